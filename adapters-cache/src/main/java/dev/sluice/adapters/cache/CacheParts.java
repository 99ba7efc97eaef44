package dev.sluice.adapters.cache;

import java.time.Duration;

/**
 * What every read of the cache works with.
 *
 * @param patience for how long a reader waits for another process's fetch of the same value
 * @param budget how much time one read may spend on asking Redis
 */
record CacheParts(
        LocalTier local,
        SharedTier shared,
        TierWriter writer,
        SpareFetches spare,
        Entries entries,
        Tallies tallies,
        Duration patience,
        Duration budget) {}
