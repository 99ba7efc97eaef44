package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.ReadCacheContract;
import dev.sluice.embedded.redis.RedisFailover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SentinelReadCacheIT extends ReadCacheContract {

    private static RedisFailover failover;
    private static OpenedCache opened;

    @BeforeAll
    static void start() {
        failover = RedisFailover.start();
        opened = OpenedCache.on(failover, "connect-timeout", "5s", "budget", "10s");
    }

    @AfterAll
    static void stop() {
        opened.close();
        failover.close();
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
