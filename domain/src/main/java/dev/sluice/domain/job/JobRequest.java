package dev.sluice.domain.job;

import java.util.function.UnaryOperator;

/**
 * A job to be done.
 *
 * @param <P> the type of the payload
 */
public record JobRequest<P>(JobId id, JobType<P> type, P payload, JobOptions options) {

    /** A job that begins at once and is tried as often as its type says. */
    public static <P> JobRequest<P> of(JobId id, JobType<P> type, P payload) {
        return new JobRequest<>(id, type, payload, JobOptions.of(type));
    }

    /** The same job with other options: {@code request.with(options -> options.priority(Priority.HIGHEST))}. */
    public JobRequest<P> with(UnaryOperator<JobOptions> change) {
        return new JobRequest<>(id, type, payload, change.apply(options));
    }
}
