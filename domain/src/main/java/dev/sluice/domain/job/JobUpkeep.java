package dev.sluice.domain.job;

import java.time.Duration;

/**
 * Keeps the record of jobs from growing for ever. Finished jobs are kept by the day (UTC) on which they finished. Any
 * number of workers may ask; one at a time does it and the others do nothing. Needs a transaction.
 */
public interface JobUpkeep {

    /** Makes room for the jobs that finish today and on so many days to come. */
    void openDays(int ahead);

    /**
     * Forgets the jobs that finished on days that ended at least that long ago, dead ones too, and their counts. Whoever
     * waits for one of these is {@linkplain Jobs#giveUpParents given up} before.
     *
     * @param keep at least a day
     */
    void dropDays(Duration keep);

    /**
     * Forgets keys of unique jobs whose windows are over.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int forgetFreeKeys(int limit);

    /**
     * Adds up the differences that {@link JobCounts} reads from, so that they do not pile up. The counts stay the same.
     *
     * @param limit how many differences at most
     * @return how many it has added up
     */
    int foldCounts(int limit);
}
