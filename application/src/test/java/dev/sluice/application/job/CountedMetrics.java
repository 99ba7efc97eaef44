package dev.sluice.application.job;

import dev.sluice.domain.metric.Metrics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes every count as its counter and tags, parted by spaces. */
final class CountedMetrics implements Metrics {

    private final List<String> counts = new CopyOnWriteArrayList<>();

    @Override
    public void count(String counter, String... tags) {
        counts.add(counter + " " + String.join(" ", tags));
    }

    List<String> counts() {
        return List.copyOf(counts);
    }
}
