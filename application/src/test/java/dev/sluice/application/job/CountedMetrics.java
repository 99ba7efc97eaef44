package dev.sluice.application.job;

import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.metric.Metrics;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes every count as its counter and tags, parted by spaces, every span likewise, and the latest levels. */
final class CountedMetrics implements Metrics, Measures {

    private static final String COMMITS = "job.commits";

    private final List<String> counts = new CopyOnWriteArrayList<>();
    private final List<String> spans = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, Number>> levels = new ConcurrentHashMap<>();

    JobMeters meters() {
        return new JobMeters(this, this);
    }

    @Override
    public void count(int times, String counter, String... tags) {
        counts.addAll(Collections.nCopies(times, (counter + " " + String.join(" ", tags)).strip()));
    }

    @Override
    public void took(String timer, Duration span, String... tags) {
        spans.add(timer + " " + String.join(" ", tags) + " " + span);
    }

    @Override
    public void levels(String gauge, String unit, String tag, Map<String, ? extends Number> now) {
        levels.put(gauge + " in " + unit + " by " + tag, Map.copyOf(now));
    }

    /** All counts but those of commits, whose number depends on how attempts happen to end together. */
    List<String> counts() {
        return counts.stream().filter(count -> !count.equals(COMMITS)).toList();
    }

    long commits() {
        return counts.stream().filter(COMMITS::equals).count();
    }

    List<String> spans() {
        return List.copyOf(spans);
    }

    /** What was said last about a gauge. */
    Map<String, Number> levels(String gauge) {
        return levels.getOrDefault(gauge, Map.of());
    }
}
