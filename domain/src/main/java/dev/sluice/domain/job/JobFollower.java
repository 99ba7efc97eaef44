package dev.sluice.domain.job;

/**
 * Keeps something in step with the state of its jobs, within the transaction that changes the state.
 *
 * @param <P> the type of the payload
 */
public interface JobFollower<P> {

    JobType<P> type();

    /**
     * Follows a job that has succeeded, died, been cancelled, or become available again by hand.
     *
     * @param state {@link JobState#SUCCEEDED}, {@link JobState#DEAD}, {@link JobState#CANCELLED} or
     *     {@link JobState#AVAILABLE}
     */
    void follow(P payload, JobState state);
}
