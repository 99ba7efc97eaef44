package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.metric.Metrics;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts reads, and tells the sums to the metrics now and then: to tell each would take longer than a read from memory.
 * Safe for use by many threads; waits for nothing.
 */
final class Tally {

    /** What came of a read, or of what was done for one. */
    enum Event {
        LOCAL_HIT,
        SHARED_HIT,
        STALE,
        MISS,
        BYPASS,
        /** There is no such value. */
        ABSENT,
        /** A value was fetched before anybody missed it. */
        REFRESH,
        /** A value was not stored, because it was invalidated while it was fetched. */
        REFUSED
    }

    private final ConcurrentMap<String, Map<Event, LongAdder>> regions = new ConcurrentHashMap<>();
    private final Metrics metrics;

    Tally(Metrics metrics) {
        this.metrics = metrics;
    }

    void count(CacheRegion<?> region, Event event) {
        Map<Event, LongAdder> known = regions.get(region.name());
        Map<Event, LongAdder> sums = known == null ? regions.computeIfAbsent(region.name(), name -> zeros()) : known;
        Objects.requireNonNull(sums.get(event)).increment();
    }

    private static Map<Event, LongAdder> zeros() {
        Map<Event, LongAdder> sums = new EnumMap<>(Event.class);
        EnumSet.allOf(Event.class).forEach(event -> sums.put(event, new LongAdder()));
        return sums;
    }

    /** Tells what has come since the last time. */
    void tell() {
        regions.forEach((region, sums) -> sums.forEach((event, sum) -> tell(region, event, (int) sum.sumThenReset())));
    }

    private void tell(String region, Event event, int more) {
        if (more > 0) {
            metrics.count(
                    more,
                    "cache.reads",
                    "region",
                    region,
                    "status",
                    event.name().toLowerCase(Locale.ROOT));
        }
    }
}
