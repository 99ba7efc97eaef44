package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One read of several keys: from memory, then from Redis at once, then from the source at once. It waits for nobody else's
 * fetch of one of them. Used by one thread.
 *
 * @param <V> the type of the values
 */
final class BatchRead<V> {

    private final CacheParts parts;
    private final Duration ttl;
    private final Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> source;
    private final Budget budget;
    private final Map<CacheKey<V>, Served> found = new LinkedHashMap<>();

    BatchRead(CacheParts parts, Duration ttl, Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> source) {
        this.parts = parts;
        this.ttl = ttl;
        this.source = source;
        this.budget = Budget.ofRequest(parts.budget());
    }

    /** What was found, be it that a value does not exist, under each of the keys. */
    Map<CacheKey<V>, Served> run(Set<CacheKey<V>> keys) {
        keys.forEach(this::recall);
        List<CacheKey<V>> unknown = missing(keys);
        if (!unknown.isEmpty()) {
            look(unknown);
        }
        List<CacheKey<V>> missing = missing(keys);
        if (!missing.isEmpty()) {
            fetch(missing);
        }
        return found;
    }

    private List<CacheKey<V>> missing(Set<CacheKey<V>> keys) {
        return keys.stream().filter(key -> !found.containsKey(key)).toList();
    }

    private void recall(CacheKey<V> key) {
        Entry entry = parts.local().find(key, System.nanoTime());
        if (entry != null) {
            serve(key, entry, CacheStatus.LOCAL_HIT);
        }
    }

    private void serve(CacheKey<V> key, Entry entry, CacheStatus hit) {
        switch (entry.freshness(System.nanoTime())) {
            case FRESH -> found.put(key, new Served(entry, hit));
            case REFRESHABLE -> found.put(key, new Served(entry, CacheStatus.STALE));
            case LAST_RESORT -> serveIfFailing(key, entry);
            case DEAD -> {}
        }
    }

    private void serveIfFailing(CacheKey<V> key, Entry entry) {
        if (!parts.pauses().allow(key)) {
            found.put(key, new Served(entry, CacheStatus.STALE));
        }
    }

    private void look(List<CacheKey<V>> keys) {
        List<Long> marks = marks(keys);
        long begin = System.nanoTime();
        List<Lookup> lookups = parts.shared().read(keys, budget);
        for (int index = 0; index < keys.size(); index++) {
            if (lookups.get(index) instanceof Lookup.Found present) {
                parts.local().keep(keys.get(index), marks.get(index), begin, present.entry());
                serve(keys.get(index), present.entry(), CacheStatus.SHARED_HIT);
            }
        }
    }

    private List<Long> marks(List<CacheKey<V>> keys) {
        return keys.stream().map(parts.local()::mark).toList();
    }

    private void fetch(List<CacheKey<V>> keys) {
        List<Optional<Ticket>> tickets = parts.shared().begin(keys, budget);
        try {
            fetch(keys, tickets);
        } catch (RuntimeException failure) {
            parts.shared().release(held(keys, tickets), budget);
            rescue(keys, failure);
        }
    }

    private Map<CacheKey<V>, Ticket> held(List<CacheKey<V>> keys, List<Optional<Ticket>> tickets) {
        Map<CacheKey<V>, Ticket> held = new LinkedHashMap<>();
        IntStream.range(0, keys.size())
                .forEach(index -> tickets.get(index).ifPresent(ticket -> held.put(keys.get(index), ticket)));
        return held;
    }

    private void fetch(List<CacheKey<V>> keys, List<Optional<Ticket>> tickets) {
        List<Long> marks = marks(keys);
        long begin = System.nanoTime();
        Map<CacheKey<V>, V> values = timed(keys, begin);
        List<Fetched> fetched = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            CacheKey<V> key = keys.get(index);
            Entry entry = parts.entries().of(key, ttl, Optional.ofNullable(values.get(key)), begin);
            fetched.add(new Fetched(key, tickets.get(index).orElse(null), entry, marks.get(index), begin));
        }
        List<Served> served = parts.writer().write(fetched, budget);
        IntStream.range(0, keys.size()).forEach(index -> found.put(keys.get(index), served.get(index)));
    }

    private Map<CacheKey<V>, V> timed(List<CacheKey<V>> keys, long begin) {
        try {
            Map<CacheKey<V>, V> values = source.apply(new LinkedHashSet<>(keys));
            keys.forEach(parts.pauses()::succeeded);
            return values;
        } catch (RuntimeException failure) {
            keys.forEach(parts.pauses()::failed);
            throw failure;
        } finally {
            parts.tallies().of(keys.getFirst().region()).fetched(System.nanoTime() - begin);
        }
    }

    /** What Redis still has of all of them however old it is, or the failure. */
    private void rescue(List<CacheKey<V>> keys, RuntimeException failure) {
        List<Lookup> lookups = parts.shared().read(keys, budget);
        for (int index = 0; index < keys.size(); index++) {
            if (!(lookups.get(index) instanceof Lookup.Found old)
                    || old.entry().freshness(System.nanoTime()) == Freshness.DEAD) {
                throw failure;
            }
            found.put(keys.get(index), new Served(old.entry(), CacheStatus.STALE));
        }
    }
}
