package dev.sluice.domain.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The cache of heavy reads. It is optional by contract: when its store is down, slow or holds nonsense, values come
 * from their source, and no call fails because of the cache. Safe for use by many threads.
 */
public interface ReadCache {

    /**
     * Reads a value from the cache, or fetches it from its source and stores it. Callers in one process who miss the
     * same key at the same time share one fetch. That a value does not exist is not stored.
     *
     * @param ttl for how long the value may be served, at least a millisecond
     * @param fetch reads the source; runs on this thread or on that of another caller with the same key
     * @return empty if the source has no such value
     * @throws IllegalArgumentException if the ttl is shorter than a millisecond
     * @throws dev.sluice.domain.failure.RetryableFailure if the thread is interrupted while it waits
     * @throws RuntimeException what the fetch threw
     */
    <V> Optional<CachedValue> getOrFetch(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch);
}
