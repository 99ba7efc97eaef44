package dev.sluice.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs are meant; null lets all through.
 *
 * @param state only jobs in this state
 * @param type only jobs of the type with this name
 * @param queue only jobs of this queue
 * @param group only jobs of this group
 */
public record JobFilter(
        @Nullable JobState state,
        @Nullable String type,
        @Nullable QueueName queue,
        @Nullable GroupKey group) {

    /** Lets all jobs through. */
    public static final JobFilter ALL = new JobFilter(null, null, null, null);
}
