package dev.sluice.domain.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cache in memory. One caller at a time reads or fetches, so that callers of one key share a fetch. */
public final class InMemoryReadCache implements ReadCache, CacheInvalidations {

    private final Encoding encoding;
    private final InstantSource clock;
    private final Map<String, Entry> entries = new HashMap<>();

    public InMemoryReadCache(Encoding encoding, InstantSource clock) {
        this.encoding = encoding;
        this.clock = clock;
    }

    @Override
    public synchronized <V> Optional<CachedValue> getOrFetch(
            CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a cached value is served for at least a millisecond");
        }
        @Nullable Entry entry = entries.get(key.text());
        if (entry != null && clock.instant().isBefore(entry.end)) {
            return Optional.of(new CachedValue(entry.bytes, CacheStatus.HIT));
        }
        return fetch.get().map(value -> store(key, ttl, encoding.encode(value)));
    }

    @Override
    public synchronized void invalidate(CacheKey<?> key) {
        entries.remove(key.text());
    }

    private CachedValue store(CacheKey<?> key, Duration ttl, byte[] bytes) {
        entries.put(key.text(), new Entry(bytes, clock.instant().plus(ttl)));
        return new CachedValue(bytes, CacheStatus.MISS);
    }

    private static final class Entry {

        private final byte[] bytes;
        private final Instant end;

        Entry(byte[] bytes, Instant end) {
            this.bytes = bytes;
            this.end = end;
        }
    }
}
