package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import redis.clients.jedis.exceptions.JedisConnectionException;

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
    void theConnectionsCloseWithTheContext() {
        OpenedCache opened = new OpenedCache(NOBODY);
        assertThatThrownBy(opened::borrowed).isInstanceOf(JedisConnectionException.class);
        opened.close();
        assertThatThrownBy(opened::borrowed).hasRootCauseMessage("Pool not open");
    }
}
