package dev.sluice.adapters.cache;

import java.time.Duration;

/**
 * What every read of the cache works with.
 *
 * @param patience for how long a reader waits for another process's fetch of the same value
 * @param budget how much time one request may spend on waiting for Redis
 */
record CacheParts(
        LocalTier local,
        SharedTier shared,
        TierWriter writer,
        Flights flights,
        SpareFetches spare,
        FetchPauses pauses,
        Entries entries,
        Tallies tallies,
        Duration patience,
        Duration budget) {

    TierReader reader() {
        return new TierReader(local, shared);
    }
}
