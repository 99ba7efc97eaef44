package dev.sluice.bench.process;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A cache that holds nothing and lets nobody wait for another's fetch. */
record UncachedReads(Encoding encoding) implements ReadCache {

    @Override
    public <V> Optional<CachedValue> getOrFetch(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        return fetch.get().map(this::encoded);
    }

    @Override
    public Optional<CachedValue> recall(CacheKey<?> key) {
        return Optional.empty();
    }

    @Override
    public <V> Map<CacheKey<V>, CachedValue> getOrFetchAll(
            Collection<CacheKey<V>> keys, Duration ttl, Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> fetch) {
        return fetch.apply(Set.copyOf(keys)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> encoded(entry.getValue())));
    }

    private CachedValue encoded(Object value) {
        return new CachedValue(encoding.encode(value), "uncached", Duration.ZERO, CacheStatus.BYPASS);
    }
}
