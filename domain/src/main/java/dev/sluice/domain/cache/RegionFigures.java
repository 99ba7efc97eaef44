package dev.sluice.domain.cache;

import java.time.Duration;

/**
 * What has come of a region's reads in this process since it started, and what it keeps of them in memory.
 *
 * @param localHits served from memory
 * @param sharedHits served from the store that all processes share
 * @param stale served after their ttl
 * @param misses fetched and stored
 * @param bypasses fetched and not stored
 * @param absent reads of what does not exist
 * @param refreshes values that were fetched before anybody missed them
 * @param refused fetched values that an invalidation had overtaken, or another fetch of the same value
 * @param fetches all that was fetched, refreshes included
 * @param fetching how long that took
 * @param localValues how many values are in memory, about
 * @param localBytes how much memory they take, about
 */
public record RegionFigures(
        long localHits,
        long sharedHits,
        long stale,
        long misses,
        long bypasses,
        long absent,
        long refreshes,
        long refused,
        long fetches,
        Duration fetching,
        long localValues,
        long localBytes) {}
