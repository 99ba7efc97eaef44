package dev.sluice.worker;

import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One limit; what is not set is not bounded.
 *
 * @param concurrency how many jobs may be dispatched or running at a time
 * @param jobs how many jobs may start in a span
 * @param per the span
 */
record LimitProperties(
        @Nullable Integer concurrency,
        @Nullable Integer jobs,
        @Nullable Duration per) {

    LimitProperties {
        require(concurrency == null || concurrency >= 0, "the concurrency of sluice.limits is not negative");
        require((jobs == null) == (per == null), "a rate of sluice.limits has both jobs and per");
        require(jobs == null || jobs >= 1, "the jobs of sluice.limits are at least 1");
        require(per == null || per.isPositive(), "the per of sluice.limits is positive");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    Limit limit() {
        return new Limit(concurrency, jobs == null || per == null ? null : new Rate(jobs, per));
    }
}
