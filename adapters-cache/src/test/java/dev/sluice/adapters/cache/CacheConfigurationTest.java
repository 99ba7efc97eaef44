package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import redis.clients.jedis.RedisClient;

class CacheConfigurationTest {

    /** A port on which nothing listens. */
    private static final int NOBODY = 1;

    @Test
    void aProcessThatOnlyInvalidatesNeedsNoEncoding() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Metrics.class, CountedMetrics::new);
            context.register(CacheInvalidationConfiguration.class);
            context.refresh();
            assertThat(context.getBean(CacheInvalidations.class)).isInstanceOf(RedisCacheInvalidations.class);
            assertThat(context.getBeanNamesForType(ReadCache.class)).isEmpty();
        }
    }

    @Test
    void readingAndInvalidatingShareOneClientThatClosesWithTheContext() {
        OpenedCache opened = new OpenedCache(NOBODY);
        RedisClient shared = opened.redis();
        assertThat(shared.getPool().isClosed()).isFalse();
        opened.close();
        assertThat(shared.getPool().isClosed()).isTrue();
    }
}
