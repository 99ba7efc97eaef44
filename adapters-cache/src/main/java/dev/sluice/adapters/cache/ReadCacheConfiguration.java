package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of a process that reads through the cache; needs an {@link Encoding} and {@link Metrics}. */
@Configuration(proxyBeanMethods = false)
@Import(RedisConfiguration.class)
public class ReadCacheConfiguration {

    @Bean
    ReadCache readCache(RedisValues values, RedisProperties properties, Encoding encoding, Metrics metrics) {
        return new RedisReadCache(values, new SingleFlight<>(properties.fetchWait()), encoding, metrics);
    }
}
