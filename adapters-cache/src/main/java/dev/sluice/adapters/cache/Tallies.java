package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.metric.Metrics;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A tally for each region that is read. */
final class Tallies {

    private final ConcurrentMap<String, Tally> regions = new ConcurrentHashMap<>();
    private final Metrics metrics;

    Tallies(Metrics metrics) {
        this.metrics = metrics;
    }

    Tally of(CacheRegion<?> region) {
        Tally known = regions.get(region.name());
        return known == null ? regions.computeIfAbsent(region.name(), Tally::new) : known;
    }

    void tell() {
        regions.values().forEach(tally -> tally.tell(metrics));
    }
}
