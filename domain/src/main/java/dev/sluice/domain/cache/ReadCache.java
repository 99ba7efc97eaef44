package dev.sluice.domain.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The cache of heavy reads. It is optional by contract: when its store is down, slow or holds nonsense, values come
 * from their source, and no call fails because of the cache. Safe for use by many threads.
 *
 * <p>A value that was fetched before an invalidation is never stored after it: a reader that misses takes a token, an
 * invalidation takes the token away, and what comes without one is refused (the leases of Facebook's memcache: Nishtala
 * et al., "Scaling Memcache at Facebook", NSDI 2013).
 */
public interface ReadCache {

    /**
     * Reads a value from the cache, or fetches it from its source and stores it. Of all callers in all processes who miss
     * the same key at the same time one fetches, and the others wait for it; who has waited too long fetches itself, if
     * not too many do so already. While there is an old value to serve, a fetch that has failed is not tried again at once.
     *
     * @param ttl for how long the value may be served as it is, at least a millisecond; how much longer while it is
     *     refreshed or the source fails is a matter of the region's policy
     * @param fetch reads the source; runs on this thread, on that of another caller with the same key, or on one of the
     *     cache's own when a value is refreshed that has outlived its ttl
     * @return empty if the source has no such value
     * @throws IllegalArgumentException if the ttl is shorter than a millisecond
     * @throws dev.sluice.domain.failure.RetryableFailure if the thread is interrupted while it waits, or too many fetch
     *     already
     * @throws RuntimeException what the fetch threw
     */
    <V> Optional<CachedValue> getOrFetch(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch);

    /**
     * A value that this process remembers and may serve as it is. Asks nobody and waits for nothing; counts as a read only
     * if there is one.
     *
     * @return empty if {@link #getOrFetch} has to be asked
     */
    Optional<CachedValue> recall(CacheKey<?> key);

    /**
     * Reads several values at once, and fetches those that the cache does not have in one go. What others fetch already
     * is waited for afterwards, as above.
     *
     * @param ttl as above
     * @param fetch reads the source for the keys it is given; a key that it leaves out has no value
     * @return the values that exist, in the order of the keys
     * @throws IllegalArgumentException if the ttl is shorter than a millisecond
     * @throws dev.sluice.domain.failure.RetryableFailure as above
     * @throws RuntimeException what the fetch threw
     */
    <V> Map<CacheKey<V>, CachedValue> getOrFetchAll(
            Collection<CacheKey<V>> keys, Duration ttl, Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> fetch);
}
