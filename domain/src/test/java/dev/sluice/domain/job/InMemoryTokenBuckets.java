package dev.sluice.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Token buckets in memory. */
public final class InMemoryTokenBuckets implements TokenBuckets {

    private final InstantSource clock;
    private final Map<String, Fill> fills = new HashMap<>();

    public InMemoryTokenBuckets(InstantSource clock) {
        this.clock = clock;
    }

    private record Fill(double tokens, Instant at) {}

    @Override
    public synchronized Map<String, Integer> levels(Map<String, Rate> buckets) {
        return buckets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, bucket ->
                (int) Math.floor(level(bucket.getKey(), bucket.getValue()))));
    }

    private double level(String bucket, Rate rate) {
        Fill fill = fills.get(bucket);
        if (fill == null) {
            return rate.jobs();
        }
        double spans = (double) Duration.between(fill.at(), clock.instant()).toMillis()
                / rate.per().toMillis();
        return Math.min(rate.jobs(), fill.tokens() + spans * rate.jobs());
    }

    @Override
    public synchronized void spend(String bucket, Rate rate, int tokens) {
        fills.put(bucket, new Fill(Math.min(rate.jobs(), level(bucket, rate) - tokens), clock.instant()));
    }
}
