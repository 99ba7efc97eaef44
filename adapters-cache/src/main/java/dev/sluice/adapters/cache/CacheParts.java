package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.Encoding;
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
        SpareFetches spare,
        Encoding encoding,
        Tally tally,
        Duration patience,
        Duration budget) {}
