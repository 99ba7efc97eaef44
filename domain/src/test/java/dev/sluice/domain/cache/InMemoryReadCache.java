package dev.sluice.domain.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cache in memory, for one process. One caller at a time reads or fetches, so that callers of one key share a fetch;
 * who finds a value that has outlived its ttl refreshes it before being served the old one.
 */
public final class InMemoryReadCache implements ReadCache, CacheInvalidations, CacheFigures {

    private final Encoding encoding;
    private final InstantSource clock;
    private final Map<CacheKey<?>, Entry> entries = new HashMap<>();
    /** The regions of all reads by what came of them, absence being without a status. */
    private final List<Read> reads = new ArrayList<>();

    private final List<String> fetches = new ArrayList<>();

    public InMemoryReadCache(Encoding encoding, InstantSource clock) {
        this.encoding = encoding;
        this.clock = clock;
    }

    private record Read(String region, @Nullable CacheStatus status) {}

    @Override
    public synchronized <V> Optional<CachedValue> getOrFetch(
            CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        Optional<CachedValue> value = read(key, ttl, fetch);
        reads.add(new Read(key.region().name(), value.map(CachedValue::status).orElse(null)));
        return value;
    }

    @Override
    public synchronized Optional<CachedValue> recall(CacheKey<?> key) {
        Optional<CachedValue> value = Optional.ofNullable(entries.get(key))
                .filter(entry -> !entry.isPast(clock, Duration.ZERO))
                .flatMap(entry -> entry.value(clock, CacheStatus.LOCAL_HIT));
        value.ifPresent(found -> reads.add(new Read(key.region().name(), found.status())));
        return value;
    }

    @Override
    public synchronized <V> Map<CacheKey<V>, CachedValue> getOrFetchAll(
            Collection<CacheKey<V>> keys, Duration ttl, Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> fetch) {
        Set<CacheKey<V>> missing = keys.stream()
                .filter(key -> Optional.ofNullable(entries.get(key))
                        .filter(entry -> !entry.isPast(clock, Duration.ZERO))
                        .isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<CacheKey<V>, V> fetched = missing.isEmpty() ? Map.of() : fetch.apply(missing);
        Map<CacheKey<V>, CachedValue> values = new LinkedHashMap<>();
        keys.forEach(key -> getOrFetch(key, ttl, () -> Optional.ofNullable(fetched.get(key)))
                .ifPresent(value -> values.put(key, value)));
        return values;
    }

    private <V> Optional<CachedValue> read(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a cached value is served for at least a millisecond");
        }
        CachePolicy policy = key.region().policy();
        @Nullable Entry entry = entries.get(key);
        if (entry == null || entry.isPast(clock, policy.staleWhileRefreshed())) {
            return fetched(key, ttl, fetch, entry);
        }
        if (!entry.isPast(clock, Duration.ZERO)) {
            return entry.value(clock, CacheStatus.LOCAL_HIT);
        }
        fetched(key, ttl, fetch, entry);
        return entry.value(clock, CacheStatus.STALE);
    }

    private <V> Optional<CachedValue> fetched(
            CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch, @Nullable Entry old) {
        Optional<V> value;
        fetches.add(key.region().name());
        try {
            value = fetch.get();
        } catch (RuntimeException failure) {
            if (old == null || old.isPast(clock, key.region().policy().staleIfFailing())) {
                throw failure;
            }
            return old.value(clock, CacheStatus.STALE);
        }
        return stored(key, ttl, value.map(encoding::encode).orElse(null));
    }

    private Optional<CachedValue> stored(CacheKey<?> key, Duration ttl, byte @Nullable [] bytes) {
        CachePolicy policy = key.region().policy();
        Entry entry = new Entry(bytes, clock.instant(), bytes == null ? policy.absentTtl() : ttl);
        if (bytes != null && bytes.length > policy.largest()) {
            entries.remove(key);
            return entry.value(clock, CacheStatus.BYPASS);
        }
        entries.put(key, entry);
        return entry.value(clock, CacheStatus.MISS);
    }

    @Override
    public synchronized void invalidate(Invalidation invalidation) {
        entries.keySet().removeIf(key -> switch (invalidation) {
            case Invalidation.Value value -> key.invalidation().equals(value);
            case Invalidation.Tag tag -> key.tags().contains(tag.name());
            case Invalidation.Region region -> key.region().name().equals(region.name());
        });
    }

    @Override
    public synchronized RegionFigures of(CacheRegion<?> region) {
        return new RegionFigures(
                count(region, CacheStatus.LOCAL_HIT),
                0,
                count(region, CacheStatus.STALE),
                count(region, CacheStatus.MISS),
                count(region, CacheStatus.BYPASS),
                count(region, null),
                0,
                0,
                fetches.stream().filter(region.name()::equals).count(),
                Duration.ZERO,
                entries.keySet().stream()
                        .filter(key -> key.region().name().equals(region.name()))
                        .count(),
                0);
    }

    private long count(CacheRegion<?> region, @Nullable CacheStatus status) {
        return reads.stream().filter(new Read(region.name(), status)::equals).count();
    }

    @Override
    public boolean isLeftAlone() {
        return false;
    }

    private static final class Entry {

        private final byte @Nullable [] bytes;
        private final Instant born;
        private final Duration ttl;

        Entry(byte @Nullable [] bytes, Instant born, Duration ttl) {
            this.bytes = bytes;
            this.born = born;
            this.ttl = ttl;
        }

        boolean isPast(InstantSource clock, Duration grace) {
            return !clock.instant().isBefore(born.plus(ttl).plus(bytes == null ? Duration.ZERO : grace));
        }

        Optional<CachedValue> value(InstantSource clock, CacheStatus status) {
            return Optional.ofNullable(bytes)
                    .map(found -> new CachedValue(
                            found, ContentVersion.of(found), Duration.between(born, clock.instant()), status));
        }
    }
}
