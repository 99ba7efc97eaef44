package dev.sluice.domain.job;

import java.util.List;

/**
 * Keeps something in step with the state of its jobs, within the transaction that changes the state.
 *
 * @param <P> the type of the payload
 */
public interface JobFollower<P> {

    JobType<P> type();

    /**
     * Follows jobs that have succeeded, died, been cancelled, or become available again by hand. Those whose states change
     * in one transaction come together, so that one statement can follow many.
     *
     * @param payloads of at least one job
     * @param state {@link JobState#SUCCEEDED}, {@link JobState#DEAD}, {@link JobState#CANCELLED} or
     *     {@link JobState#AVAILABLE}
     */
    void follow(List<P> payloads, JobState state);
}
