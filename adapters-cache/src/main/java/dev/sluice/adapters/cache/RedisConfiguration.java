package dev.sluice.adapters.cache;

import dev.sluice.domain.metric.Metrics;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading and invalidating share: the same connections and one opinion on whether Redis works. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    @Bean
    RedisPools redisPools(RedisProperties properties) {
        return RedisPools.of(properties);
    }

    @Bean
    GuardedRedis guardedRedis(RedisPools pools, Shards shards, RedisProperties properties, RedisFailures failures) {
        Map<Shard, Breaker> breakers = new HashMap<>();
        shards.all().forEach(shard -> breakers.put(shard, new Breaker(properties.failurePause(), System::nanoTime)));
        return new GuardedRedis(pools, breakers, failures);
    }

    @Bean
    RedisFailures redisFailures(Metrics metrics) {
        return new RedisFailures(metrics);
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
