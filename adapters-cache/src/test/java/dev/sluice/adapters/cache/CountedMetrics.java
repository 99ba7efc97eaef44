package dev.sluice.adapters.cache;

import dev.sluice.domain.metric.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counters that a test reads by their name followed by their tags. */
final class CountedMetrics implements Metrics {

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void count(int times, String counter, String... tags) {
        counts.merge(name(counter, tags), (long) times, Long::sum);
    }

    long of(String counter, String... tags) {
        return counts.getOrDefault(name(counter, tags), 0L);
    }

    private static String name(String counter, String... tags) {
        return counter + " " + String.join(" ", tags);
    }
}
