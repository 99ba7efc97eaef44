package dev.sluice.adapters.web.job;

import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFailure;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Payload;
import dev.sluice.domain.job.WorkerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job, as it is answered. What it is about stays inside. */
public record JobResponse(
        JobId jobId,
        String type,
        String queue,
        int priority,
        @Nullable String group,
        JobState state,
        int attempt,
        int attempts,
        Instant enqueuedAt,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable WorkerId workerId,
        @Nullable JobProgress progress,
        List<JobFailure> failures,
        @Nullable String error,
        @Nullable Object result,
        @Nullable String requestId) {

    public static JobResponse of(Job job) {
        Payload result = job.result();
        return new JobResponse(
                job.id(),
                job.type(),
                job.queue().value(),
                job.priority().value(),
                job.group().equals(GroupKey.NONE) ? null : job.group().value(),
                job.state(),
                job.attempt(),
                job.attempts(),
                job.times().enqueuedAt(),
                job.times().dueAt(),
                job.times().startedAt(),
                job.times().finishedAt(),
                job.worker(),
                job.progress(),
                job.failures(),
                job.error(),
                result == null ? null : result.as(Object.class),
                job.requestId());
    }
}
