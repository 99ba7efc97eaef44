package dev.sluice.domain.cache;

import java.time.InstantSource;

class InMemoryReadCacheTest extends ReadCacheContract {

    private final InMemoryReadCache cache = new InMemoryReadCache(new TextEncoding(), InstantSource.system());

    @Override
    protected ReadCache cache() {
        return cache;
    }

    @Override
    protected CacheInvalidations invalidations() {
        return cache;
    }

    @Override
    protected CacheFigures figures() {
        return cache;
    }
}
