package dev.sluice.domain.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A job that a worker has claimed. Its dispatch number is the fence of every later write: who lost the claim writes
 * nothing.
 *
 * @param waited how long it had been due when this attempt began
 * @param attempt the number of this attempt, 1 for the first
 * @param crashes how many workers have died with it
 * @param retry how often the job is tried
 * @param timeLimit how long the attempt may take
 * @param requestId names the request that it was enqueued for, or null
 */
public record ClaimedJob(
        Dispatch dispatch,
        String type,
        QueueName queue,
        Duration waited,
        int attempt,
        int crashes,
        RetryPolicy retry,
        Duration timeLimit,
        Payload payload,
        @Nullable String requestId) {}
