package dev.sluice.adapters.web.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.RegionFigures;
import java.util.List;

/**
 * The regions of the cache.
 *
 * @param redisLeftAlone whether Redis has failed and is not asked for the moment
 */
public record RegionsResponse(boolean redisLeftAlone, List<Region> regions) {

    public RegionsResponse {
        regions = List.copyOf(regions);
    }

    static RegionsResponse of(List<CacheRegion<?>> regions, CacheFigures figures) {
        return new RegionsResponse(
                figures.isLeftAlone(),
                regions.stream()
                        .map(region -> Region.of(region, figures.of(region)))
                        .toList());
    }

    /**
     * A region.
     *
     * @param ttlSeconds for how long a value is served as it is
     * @param reads what came of its reads
     * @param refreshes values that were fetched before anybody missed them
     * @param refused fetched values that an invalidation had overtaken
     * @param fetches all that was fetched, refreshes included
     * @param fetchMillis how long that took
     * @param localValues how many values are in memory, about
     * @param localBytes how much memory they take, about
     */
    public record Region(
            String name,
            long ttlSeconds,
            Reads reads,
            long refreshes,
            long refused,
            long fetches,
            long fetchMillis,
            long localValues,
            long localBytes) {

        static Region of(CacheRegion<?> region, RegionFigures figures) {
            return new Region(
                    region.name(),
                    region.policy().ttl().toSeconds(),
                    Reads.of(figures),
                    figures.refreshes(),
                    figures.refused(),
                    figures.fetches(),
                    figures.fetching().toMillis(),
                    figures.localValues(),
                    figures.localBytes());
        }
    }

    /** What came of the reads of a region. */
    public record Reads(long localHits, long sharedHits, long stale, long misses, long bypasses, long absent) {

        static Reads of(RegionFigures figures) {
            return new Reads(
                    figures.localHits(),
                    figures.sharedHits(),
                    figures.stale(),
                    figures.misses(),
                    figures.bypasses(),
                    figures.absent());
        }
    }
}
