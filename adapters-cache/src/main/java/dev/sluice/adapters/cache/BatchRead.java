package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One read of several keys: from memory, then from Redis at once, then from the source at once, unless others fetch some of
 * them already. It waits for those only after it has ended its own fetch, so that no two wait for each other. Used by one
 * thread.
 *
 * @param <V> the type of the values
 */
final class BatchRead<V> {

    private final CacheParts parts;
    private final Duration ttl;
    private final Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> source;
    private final Budget budget;
    private final Map<CacheKey<V>, Served> found = new LinkedHashMap<>();
    /** What this reader fetches for others too. */
    private final Map<CacheKey<V>, FlightPart<Served>> led = new LinkedHashMap<>();

    BatchRead(CacheParts parts, Duration ttl, Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> source) {
        this.parts = parts;
        this.ttl = ttl;
        this.source = source;
        this.budget = Budget.ofRequest(parts.budget());
    }

    /** What was found, be it that a value does not exist, under each of the keys. */
    Map<CacheKey<V>, Served> run(Set<CacheKey<V>> keys) {
        keys.forEach(this::recall);
        look(missing(keys));
        share(missing(keys));
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

    private void look(List<CacheKey<V>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<Lookup> lookups = parts.reader().look(keys, budget);
        for (int index = 0; index < keys.size(); index++) {
            if (lookups.get(index) instanceof Lookup.Found present) {
                serve(keys.get(index), present.entry(), CacheStatus.SHARED_HIT);
            }
        }
    }

    private void serve(CacheKey<V> key, Entry entry, CacheStatus hit) {
        switch (entry.freshness(System.nanoTime())) {
            case FRESH -> take(key, new Served(entry, hit));
            case REFRESHABLE -> take(key, new Served(entry, CacheStatus.STALE));
            case LAST_RESORT -> serveIfFailing(key, entry);
            case DEAD -> {}
        }
    }

    private void serveIfFailing(CacheKey<V> key, Entry entry) {
        if (!parts.pauses().allow(key)) {
            take(key, new Served(entry, CacheStatus.STALE));
        }
    }

    /** Others have a value as soon as it is there, whatever becomes of the rest. */
    private void take(CacheKey<V> key, Served served) {
        found.put(key, served);
        FlightPart<Served> part = led.get(key);
        if (part != null) {
            part.land(served);
        }
    }

    private void share(List<CacheKey<V>> keys) {
        Map<CacheKey<V>, FlightPart<Served>> joined = new LinkedHashMap<>();
        for (CacheKey<V> key : keys) {
            FlightPart<Served> part = parts.flights().enter(key);
            (part.leads() ? led : joined).put(key, part);
        }
        lead();
        join(joined);
    }

    /** Looks into memory once more: another's fetch may have ended just before. */
    private void lead() {
        try {
            led.keySet().forEach(this::recall);
            fetch().run(missing(led.keySet()));
        } catch (Throwable failure) {
            led.values().forEach(part -> part.fail(failure));
            throw failure;
        }
    }

    private void join(Map<CacheKey<V>, FlightPart<Served>> joined) {
        long end = System.nanoTime() + parts.patience().toNanos();
        List<CacheKey<V>> left = new ArrayList<>();
        joined.forEach((key, part) -> part.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())))
                .ifPresentOrElse(served -> take(key, served), () -> left.add(key)));
        fetch().runLate(left);
    }

    private BatchFetch<V> fetch() {
        return new BatchFetch<>(parts, ttl, source, budget, this::take);
    }
}
