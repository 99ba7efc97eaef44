package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ReadCache;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The read cache in memory in front of the one in Redis. */
final class TwoTierReadCache implements ReadCache {

    private final CacheParts parts;

    TwoTierReadCache(CacheParts parts) {
        this.parts = parts;
    }

    @Override
    public <V> Optional<CachedValue> getOrFetch(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        requireTtl(ttl);
        long now = System.nanoTime();
        @Nullable Entry local = parts.local().find(key, now);
        Freshness freshness = local == null ? Freshness.DEAD : local.freshness(now);
        if (local != null && freshness == Freshness.FRESH) {
            return counted(key, new Served(local, CacheStatus.LOCAL_HIT), now);
        }
        Served served = local != null && freshness == Freshness.REFRESHABLE
                ? new Served(local, CacheStatus.STALE)
                : together(key, new CacheRead<>(parts, key, ttl, fetch));
        if (served.status() == CacheStatus.STALE) {
            refresh(key, ttl, fetch);
        }
        return counted(key, served, System.nanoTime());
    }

    @Override
    public Optional<CachedValue> recall(CacheKey<?> key) {
        long now = System.nanoTime();
        @Nullable Entry local = parts.local().find(key, now);
        return local != null && local.bytes() != null && local.freshness(now) == Freshness.FRESH
                ? counted(key, new Served(local, CacheStatus.LOCAL_HIT), now)
                : Optional.empty();
    }

    @Override
    public <V> Map<CacheKey<V>, CachedValue> getOrFetchAll(
            Collection<CacheKey<V>> keys, Duration ttl, Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> fetch) {
        requireTtl(ttl);
        Set<CacheKey<V>> wanted = new LinkedHashSet<>(keys);
        Map<CacheKey<V>, Served> served = new BatchRead<>(parts, ttl, fetch).run(wanted);
        Map<CacheKey<V>, CachedValue> values = new LinkedHashMap<>();
        for (CacheKey<V> key : wanted) {
            Served each = Objects.requireNonNull(served.get(key));
            if (each.status() == CacheStatus.STALE) {
                refresh(
                        key,
                        ttl,
                        () -> Optional.ofNullable(fetch.apply(Set.of(key)).get(key)));
            }
            counted(key, each, System.nanoTime()).ifPresent(value -> values.put(key, value));
        }
        return values;
    }

    private static void requireTtl(Duration ttl) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a cached value is served for at least a millisecond");
        }
    }

    private <V> void refresh(CacheKey<V> key, Duration ttl, Supplier<Optional<V>> fetch) {
        if (parts.pauses().allow(key)) {
            parts.spare().start(key.text(), () -> new CacheRead<>(parts, key, ttl, fetch).refresh());
        }
    }

    /** Looks into memory within the flight too: who comes when a flight is over finds what it brought. */
    private Served together(CacheKey<?> key, CacheRead<?> read) {
        return parts.flights().run(key, () -> landed(key).orElseGet(read::run), read::runLate);
    }

    private Optional<Served> landed(CacheKey<?> key) {
        long now = System.nanoTime();
        return Optional.ofNullable(parts.local().find(key, now))
                .filter(entry -> entry.freshness(now) == Freshness.FRESH)
                .map(entry -> new Served(entry, CacheStatus.LOCAL_HIT));
    }

    private Optional<CachedValue> counted(CacheKey<?> key, Served served, long now) {
        boolean absent = served.entry().bytes() == null;
        parts.tallies().of(key.region()).count(absent ? Tally.Event.ABSENT : event(served.status()));
        return served.entry().value(served.status(), now);
    }

    private static Tally.Event event(CacheStatus status) {
        return switch (status) {
            case LOCAL_HIT -> Tally.Event.LOCAL_HIT;
            case SHARED_HIT -> Tally.Event.SHARED_HIT;
            case STALE -> Tally.Event.STALE;
            case MISS -> Tally.Event.MISS;
            case BYPASS -> Tally.Event.BYPASS;
        };
    }
}
