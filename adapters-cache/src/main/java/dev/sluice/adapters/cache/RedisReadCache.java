package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The read cache on Redis. */
final class RedisReadCache implements ReadCache {

    private final RedisValues values;
    private final SingleFlight<Optional<CachedValue>> flights;
    private final Encoding encoding;
    private final Metrics metrics;

    RedisReadCache(
            RedisValues values, SingleFlight<Optional<CachedValue>> flights, Encoding encoding, Metrics metrics) {
        this.values = values;
        this.flights = flights;
        this.encoding = encoding;
        this.metrics = metrics;
    }

    /**
     * Asks Redis within the flight and not before it: a caller who comes when a flight is over finds what it stored
     * and does not fetch a second time.
     */
    @Override
    public <V> Optional<CachedValue> getOrFetch(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a cached value is served for at least a millisecond");
        }
        Optional<CachedValue> value = flights.run(key.text(), () -> read(key, ttl, fetch));
        count(key, value);
        return value;
    }

    private <V> Optional<CachedValue> read(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        return switch (values.find(key)) {
            case Lookup.Found found -> Optional.of(new CachedValue(found.bytes(), CacheStatus.HIT));
            case Lookup.Absent absent -> fetch.get().map(value -> store(key, ttl, value, CacheStatus.MISS));
            case Lookup.Unknown unknown -> fetch.get().map(value -> store(key, ttl, value, CacheStatus.BYPASS));
        };
    }

    private CachedValue store(CacheKey<?> key, Duration ttl, Object value, CacheStatus status) {
        byte[] bytes = encoding.encode(value);
        return new CachedValue(bytes, values.store(key, bytes, ttl) ? status : CacheStatus.BYPASS);
    }

    private void count(CacheKey<?> key, Optional<CachedValue> value) {
        String status = value.map(found -> found.status().name()).orElse("ABSENT");
        metrics.count("cache.reads", "region", key.region().name(), "status", status.toLowerCase(Locale.ROOT));
    }
}
