package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handlers of all job types that a worker can do. */
public final class JobHandlers {

    private final Map<String, JobHandler<?>> byType;

    public JobHandlers(Collection<? extends JobHandler<?>> handlers) {
        byType = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(handler -> handler.type().name(), Function.identity()));
    }

    JobOutcome handle(ClaimedJob job, JobRun run) throws InterruptedException {
        JobHandler<?> handler = byType.get(job.type());
        if (handler == null) {
            // A newer release may know the type: while one is rolled out, its workers get the next attempts.
            return new JobOutcome.Retry("no handler for the job type " + job.type());
        }
        return handle(handler, job, run);
    }

    private static <P> JobOutcome handle(JobHandler<P> handler, ClaimedJob job, JobRun run)
            throws InterruptedException {
        return handler.handle(job.payload().as(handler.type().payload()), run);
    }
}
