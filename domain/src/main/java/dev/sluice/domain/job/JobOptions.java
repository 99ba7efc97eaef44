package dev.sluice.domain.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a request may say about a job beyond its type; frozen in the job.
 *
 * @param parent the job that waits for this one, or null
 * @param uniqueness null if the job is one of as many as are requested
 */
public record JobOptions(
        RetryPolicy retry,
        Duration timeLimit,
        Start start,
        Priority priority,
        GroupKey group,
        @Nullable Uniqueness uniqueness,
        @Nullable JobId parent) {

    public JobOptions {
        JobType.requirePositive(timeLimit);
        if (uniqueness != null && (parent != null || start instanceof Start.AfterChildren)) {
            // One job would stand for several, and its parent would wait for the others in vain.
            throw new IllegalArgumentException("a unique job has neither parent nor children");
        }
    }

    static JobOptions of(JobType<?> type) {
        return new JobOptions(
                type.retry(), type.timeLimit(), new Start.Now(), Priority.NORMAL, GroupKey.NONE, null, null);
    }

    public JobOptions retry(RetryPolicy policy) {
        return new JobOptions(policy, timeLimit, start, priority, group, uniqueness, parent);
    }

    public JobOptions timeLimit(Duration limit) {
        return new JobOptions(retry, limit, start, priority, group, uniqueness, parent);
    }

    public JobOptions start(Start when) {
        return new JobOptions(retry, timeLimit, when, priority, group, uniqueness, parent);
    }

    public JobOptions priority(Priority urgency) {
        return new JobOptions(retry, timeLimit, start, urgency, group, uniqueness, parent);
    }

    public JobOptions group(GroupKey key) {
        return new JobOptions(retry, timeLimit, start, priority, key, uniqueness, parent);
    }

    public JobOptions unique(Uniqueness unique) {
        return new JobOptions(retry, timeLimit, start, priority, group, unique, parent);
    }

    public JobOptions parent(JobId job) {
        return new JobOptions(retry, timeLimit, start, priority, group, uniqueness, job);
    }
}
