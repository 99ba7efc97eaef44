package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.metric.Metrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of a process that invalidates cached values; needs {@link Metrics}. */
@Configuration(proxyBeanMethods = false)
@Import(RedisConfiguration.class)
public class CacheInvalidationConfiguration {

    @Bean
    CacheInvalidations cacheInvalidations(RedisValues values) {
        return new RedisCacheInvalidations(values);
    }
}
