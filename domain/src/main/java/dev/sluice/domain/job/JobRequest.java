package dev.sluice.domain.job;

/**
 * A job to be done.
 *
 * @param retry how often it is tried, frozen in the job
 * @param <P> the type of the payload
 */
public record JobRequest<P>(JobId id, JobType<P> type, P payload, RetryPolicy retry) {

    /** A job that is tried as often as its type says. */
    public static <P> JobRequest<P> of(JobId id, JobType<P> type, P payload) {
        return new JobRequest<>(id, type, payload, type.retry());
    }
}
