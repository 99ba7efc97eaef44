package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of a process that reads through the cache; needs an {@link Encoding} and {@link Metrics}. */
@Configuration(proxyBeanMethods = false)
@Import(RedisConfiguration.class)
public class ReadCacheConfiguration {

    /** About as long as a statement may take. Only a process that died keeps it to its end. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    @Bean
    ReadCache readCache(CacheParts parts) {
        return new TwoTierReadCache(parts);
    }

    @Bean
    CacheParts cacheParts(
            SharedTier shared,
            Shards shards,
            Marks marks,
            InvalidationLog log,
            Tallies tallies,
            RedisProperties properties,
            Encoding encoding) {
        LocalTier local = new LocalTier(marks, log, shards);
        return new CacheParts(
                local,
                shared,
                new TierWriter(local, shared, tallies),
                new Flights(local, properties.fetchWait()),
                new SpareFetches(properties.spareFetches(), properties.fetchWait()),
                new FetchPauses(
                        System::nanoTime, () -> ThreadLocalRandom.current().nextLong()),
                new Entries(encoding),
                tallies,
                properties.fetchWait(),
                properties.budget());
    }

    @Bean
    SharedTier sharedTier(
            GuardedRedis redis, RedisFailures failures, RedisProperties properties, Shards shards, Encoding encoding) {
        TimelyRedis timely = new TimelyRedis(redis, failures, properties.timeout());
        return new SharedTier(timely, failures, shards, new Schemas(encoding), LEASE);
    }

    @Bean
    CacheFigures cacheFigures(CacheParts parts, GuardedRedis redis) {
        return new LiveFigures(parts.tallies(), parts.local(), redis);
    }

    @Bean
    Tallies tallies(Metrics metrics) {
        return new Tallies(metrics);
    }

    @Bean
    InvalidationLog invalidationLog(Marks marks, Shards shards) {
        return new InvalidationLog(
                marks, UUID.randomUUID().toString(), shards.all().size(), System.nanoTime());
    }

    @Bean(initMethod = "start")
    InvalidationFeed invalidationFeed(
            RedisPools pools, GuardedRedis redis, Shards shards, InvalidationLog log, Tallies tallies) {
        return new InvalidationFeed(pools.duties(), redis, shards, log, tallies::tell);
    }
}
