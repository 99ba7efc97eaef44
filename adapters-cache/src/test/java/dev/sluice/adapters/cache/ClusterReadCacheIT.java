package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.ReadCacheContract;
import dev.sluice.embedded.redis.RedisCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ClusterReadCacheIT extends ReadCacheContract {

    private static RedisCluster cluster;
    private static OpenedCache opened;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start();
        opened = OpenedCache.on(cluster, "connect-timeout", "5s", "budget", "10s");
    }

    @AfterAll
    static void stop() {
        opened.close();
        cluster.close();
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
