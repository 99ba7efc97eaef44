package dev.sluice.adapters.cache;

import dev.sluice.embedded.redis.RedisFailover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SentinelReadCacheIT extends OpenedCacheContract {

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
    OpenedCache opened() {
        return opened;
    }
}
