package dev.sluice.adapters.cache;

import dev.sluice.domain.rate.RateLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The part of a process that counts requests; needs {@link dev.sluice.domain.metric.Metrics}, and {@link
 * ReadCacheConfiguration} beside it, which finds out when a Redis that has failed is back.
 */
@Configuration(proxyBeanMethods = false)
@Import(RedisConfiguration.class)
public class RateLimitConfiguration {

    @Bean
    RateLimits rateLimits(GuardedRedis redis, RedisFailures failures, Shards shards, RedisProperties properties) {
        return new RedisRateLimits(
                new TimelyRedis(redis, failures, properties.timeout()),
                shards,
                properties.budget(),
                properties.failurePause(),
                System::nanoTime);
    }
}
