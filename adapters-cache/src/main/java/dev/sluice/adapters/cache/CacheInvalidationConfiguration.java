package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of a process that invalidates cached values; needs {@link dev.sluice.domain.metric.Metrics}. */
@Configuration(proxyBeanMethods = false)
@Import(RedisConfiguration.class)
public class CacheInvalidationConfiguration {

    @Bean
    CacheInvalidations cacheInvalidations(GuardedRedis redis, Shards shards, Marks marks) {
        return new RedisCacheInvalidations(redis, shards, marks);
    }
}
