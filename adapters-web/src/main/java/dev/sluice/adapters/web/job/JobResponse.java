package dev.sluice.adapters.web.job;

import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job, as it is answered. What it is about stays inside. */
public record JobResponse(
        JobId jobId,
        String type,
        String queue,
        JobState state,
        int attempt,
        int attempts,
        Instant enqueuedAt,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {

    public static JobResponse of(Job job) {
        return new JobResponse(
                job.id(),
                job.type(),
                job.queue().value(),
                job.state(),
                job.attempt(),
                job.attempts(),
                job.times().enqueuedAt(),
                job.times().dueAt(),
                job.times().startedAt(),
                job.times().finishedAt(),
                job.error());
    }
}
