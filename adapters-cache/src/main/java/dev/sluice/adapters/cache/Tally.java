package dev.sluice.adapters.cache;

import dev.sluice.domain.metric.Metrics;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what comes of a region's reads, and tells the metrics now and then: to tell them each time would take longer than
 * a read from memory. Safe for use by many threads but for {@link #tell}, which one thread calls; waits for nothing.
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
        /** A value was not stored, because it was invalidated, or stored by another, while it was fetched. */
        REFUSED
    }

    private final String region;
    private final Map<Event, LongAdder> events = new EnumMap<>(Event.class);
    private final LongAdder fetches = new LongAdder();
    private final LongAdder fetchNanos = new LongAdder();
    /** What the metrics know, by the counter and its tags. */
    private final Map<String, Long> told = new HashMap<>();

    Tally(String region) {
        this.region = region;
        EnumSet.allOf(Event.class).forEach(event -> events.put(event, new LongAdder()));
    }

    void count(Event event) {
        adder(event).increment();
    }

    void fetched(long nanos) {
        fetches.increment();
        fetchNanos.add(nanos);
    }

    long of(Event event) {
        return adder(event).sum();
    }

    long fetches() {
        return fetches.sum();
    }

    long fetchNanos() {
        return fetchNanos.sum();
    }

    private LongAdder adder(Event event) {
        return Objects.requireNonNull(events.get(event));
    }

    /** Tells what has come since the last time. */
    void tell(Metrics metrics) {
        events.forEach((event, sum) -> tell(
                metrics,
                sum.sum(),
                "cache.reads",
                "region",
                region,
                "status",
                event.name().toLowerCase(Locale.ROOT)));
        tell(metrics, fetches(), "cache.fetches", "region", region);
        tell(metrics, TimeUnit.NANOSECONDS.toMillis(fetchNanos()), "cache.fetch.milliseconds", "region", region);
    }

    private void tell(Metrics metrics, long sum, String counter, String... tags) {
        long before = Objects.requireNonNullElse(told.put(counter + String.join(" ", tags), sum), 0L);
        if (sum > before) {
            metrics.count((int) (sum - before), counter, tags);
        }
    }
}
