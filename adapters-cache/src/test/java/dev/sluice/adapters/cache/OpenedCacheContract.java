package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.ReadCacheContract;

/** The contract of the cache as an application gets it, on whatever Redis it was opened. */
abstract class OpenedCacheContract extends ReadCacheContract {

    /** The same one for all tests of the class. */
    abstract OpenedCache opened();

    @Override
    protected final ReadCache cache() {
        return opened().cache();
    }

    @Override
    protected final CacheInvalidations invalidations() {
        return opened().invalidations();
    }

    @Override
    protected final CacheFigures figures() {
        return opened().figures();
    }
}
