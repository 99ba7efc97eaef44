package dev.sluice.domain.job;

import dev.sluice.domain.load.Work;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A job to be done.
 *
 * @param <P> the type of the payload
 * @param requestId names the client's request that it is asked for, or null
 */
public record JobRequest<P>(
        JobId id,
        JobType<P> type,
        P payload,
        JobOptions options,
        @Nullable String requestId) {

    /**
     * A job that begins at once and is tried as often as its type says, asked for by the request that the calling thread's
     * {@linkplain Work work} is done for.
     */
    public static <P> JobRequest<P> of(JobId id, JobType<P> type, P payload) {
        return new JobRequest<>(
                id, type, payload, JobOptions.of(type), Work.current().requestId());
    }

    /** The same job with other options: {@code request.with(options -> options.priority(Priority.HIGHEST))}. */
    public JobRequest<P> with(UnaryOperator<JobOptions> change) {
        return new JobRequest<>(id, type, payload, change.apply(options), requestId);
    }
}
