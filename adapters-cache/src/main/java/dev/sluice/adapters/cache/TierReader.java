package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import java.util.List;

/** Reads what Redis has, and keeps it in memory from then on. */
record TierReader(LocalTier local, SharedTier shared) {

    /** What Redis says, for each of the keys. */
    List<Lookup> look(List<? extends CacheKey<?>> keys, Budget budget) {
        List<Long> marks = keys.stream().map(local::mark).toList();
        long begin = System.nanoTime();
        List<Lookup> lookups = shared.read(keys, budget);
        for (int index = 0; index < keys.size(); index++) {
            if (lookups.get(index) instanceof Lookup.Found found) {
                local.keep(keys.get(index), marks.get(index), begin, found.entry());
            }
        }
        return lookups;
    }
}
