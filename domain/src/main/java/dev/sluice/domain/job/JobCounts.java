package dev.sluice.domain.job;

import java.util.List;

/**
 * How many jobs there are. The counts are kept with every change and not counted when asked for, so that reading them
 * costs the same however many jobs there are. Safe for use by many threads.
 */
public interface JobCounts {

    /**
     * The jobs on record, finished ones included, as of one moment: exactly those whose transactions have committed. What
     * there is none of is left out.
     */
    List<JobCount> totals();
}
