package dev.sluice.adapters.cache;

import dev.sluice.domain.metric.Metrics;

/** Counts what Redis did not do. Safe for use by many threads. */
record RedisFailures(Metrics metrics) {

    void count(String operation, RedisFailureCause cause) {
        metrics.count("cache.failures", "operation", operation, "cause", cause.tag());
    }
}
