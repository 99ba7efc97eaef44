package dev.sluice.adapters.cache;

import dev.sluice.domain.metric.Metrics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.RedisClient;

/** What reading and invalidating share: one pool of connections and one opinion on whether Redis works. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    @Bean
    RedisClient redisClient(RedisProperties properties) {
        return RedisConnections.open(properties);
    }

    @Bean
    RedisValues redisValues(RedisClient redis, RedisProperties properties, Metrics metrics) {
        return new RedisValues(redis, new Breaker(properties.failurePause(), System::nanoTime), metrics);
    }
}
