package dev.sluice.adapters.cache;

import dev.sluice.domain.metric.Metrics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading and invalidating share: the same connections and one opinion on whether Redis works. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    @Bean
    RedisConnections redisConnections(RedisProperties properties) {
        return RedisConnections.of(properties);
    }

    @Bean
    GuardedRedis guardedRedis(RedisConnections connections, RedisProperties properties, Metrics metrics) {
        return new GuardedRedis(connections, new Breaker(properties.failurePause(), System::nanoTime), metrics);
    }

    @Bean
    Shards shards(RedisProperties properties) {
        return Shards.of(properties.topology().shards());
    }

    @Bean
    Marks marks() {
        return new Marks();
    }
}
