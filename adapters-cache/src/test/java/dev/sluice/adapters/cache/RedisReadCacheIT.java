package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.ReadCacheContract;
import dev.sluice.embedded.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisReadCacheIT extends ReadCacheContract {

    private static RedisServer server;
    private static OpenedCache opened;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        opened = new OpenedCache(server.port());
    }

    @AfterAll
    static void stop() {
        opened.close();
        server.close();
    }

    @Override
    protected ReadCache cache() {
        return opened.cache();
    }

    @Override
    protected CacheInvalidations invalidations() {
        return opened.invalidations();
    }

    @Override
    protected CacheFigures figures() {
        return opened.figures();
    }
}
