package dev.sluice.adapters.cache;

import dev.sluice.adapters.cache.Tally.Event;
import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.RegionFigures;
import java.time.Duration;

/** The figures as they are at the moment. */
final class LiveFigures implements CacheFigures {

    private final Tallies tallies;
    private final LocalTier local;
    private final GuardedRedis redis;

    LiveFigures(Tallies tallies, LocalTier local, GuardedRedis redis) {
        this.tallies = tallies;
        this.local = local;
        this.redis = redis;
    }

    @Override
    public RegionFigures of(CacheRegion<?> region) {
        Tally tally = tallies.of(region);
        return new RegionFigures(
                tally.of(Event.LOCAL_HIT),
                tally.of(Event.SHARED_HIT),
                tally.of(Event.STALE),
                tally.of(Event.MISS),
                tally.of(Event.BYPASS),
                tally.of(Event.ABSENT),
                tally.of(Event.REFRESH),
                tally.of(Event.REFUSED),
                tally.fetches(),
                Duration.ofNanos(tally.fetchNanos()),
                local.values(region),
                local.bytes(region));
    }

    @Override
    public boolean isLeftAlone() {
        return redis.isLeftAlone();
    }
}
