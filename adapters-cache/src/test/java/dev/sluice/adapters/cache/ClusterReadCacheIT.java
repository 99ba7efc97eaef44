package dev.sluice.adapters.cache;

import dev.sluice.embedded.redis.RedisCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ClusterReadCacheIT extends OpenedCacheContract {

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
    OpenedCache opened() {
        return opened;
    }
}
