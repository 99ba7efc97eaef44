package dev.sluice.domain.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as its record shows it.
 *
 * @param attempt the number of the latest attempt, 0 before the first
 * @param attempts how many attempts it has at most
 * @param times when what happened to it
 * @param worker who ran its latest attempt, or null before the first
 * @param progress how far its latest attempt has said it is, or null if it has not
 * @param failures its failed attempts, oldest first
 * @param error why its latest failed attempt failed, without personal data, or null if none did
 * @param result what the attempt that succeeded has left as its result, or null if there is none
 * @param requestId names the request that has enqueued it, or whose job has while it ran; null if none has
 */
public record Job(
        JobId id,
        String type,
        QueueName queue,
        Priority priority,
        GroupKey group,
        JobState state,
        int attempt,
        int attempts,
        JobTimes times,
        @Nullable WorkerId worker,
        @Nullable JobProgress progress,
        List<JobFailure> failures,
        @Nullable String error,
        @Nullable Payload result,
        @Nullable String requestId) {

    public Job {
        failures = List.copyOf(failures);
    }

    /**
     * @param dueAt when its next attempt may begin, or its latest might
     * @param startedAt when its latest attempt began, or null before the first
     * @param finishedAt when it succeeded, died or was cancelled, or null before that
     */
    public record JobTimes(
            Instant enqueuedAt,
            Instant dueAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}
}
