package dev.sluice.adapters.cache;

import dev.sluice.embedded.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisReadCacheIT extends OpenedCacheContract {

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
    OpenedCache opened() {
        return opened;
    }
}
