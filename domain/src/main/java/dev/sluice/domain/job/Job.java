package dev.sluice.domain.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as its record shows it.
 *
 * @param attempt the number of the latest attempt, 0 before the first
 * @param attempts how many attempts it has at most
 * @param times when what happened to it
 * @param error why its latest failed attempt failed, without personal data, or null if none did
 */
public record Job(
        JobId id,
        String type,
        QueueName queue,
        JobState state,
        int attempt,
        int attempts,
        JobTimes times,
        @Nullable String error) {

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
