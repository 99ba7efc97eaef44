package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of a process that reads through the cache; needs an {@link Encoding} and {@link Metrics}. */
@Configuration(proxyBeanMethods = false)
@Import(RedisConfiguration.class)
public class ReadCacheConfiguration {

    @Bean
    ReadCache readCache(CacheParts parts) {
        return new TwoTierReadCache(parts);
    }

    @Bean
    CacheParts cacheParts(
            GuardedRedis redis,
            Shards shards,
            Marks marks,
            InvalidationLog log,
            Tally tally,
            RedisProperties properties,
            Encoding encoding) {
        return new CacheParts(
                new LocalTier(marks, log, shards),
                new SharedTier(redis, shards, new Schemas(encoding), properties.fetchWait()),
                new SpareFetches(properties.spareFetches(), properties.fetchWait()),
                encoding,
                tally,
                properties.fetchWait(),
                properties.budget());
    }

    @Bean
    Tally tally(Metrics metrics) {
        return new Tally(metrics);
    }

    @Bean
    InvalidationLog invalidationLog(Marks marks, Shards shards) {
        return new InvalidationLog(
                marks, UUID.randomUUID().toString(), shards.all().size(), System.nanoTime());
    }

    @Bean(initMethod = "start")
    InvalidationFeed invalidationFeed(
            RedisConnections connections, GuardedRedis redis, Shards shards, InvalidationLog log, Tally tally) {
        return new InvalidationFeed(connections, redis, shards, log, tally::tell);
    }
}
