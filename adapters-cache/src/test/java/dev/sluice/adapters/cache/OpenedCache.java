package dev.sluice.adapters.cache;

import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.TextEncoding;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.embedded.redis.RedisCluster;
import dev.sluice.embedded.redis.RedisFailover;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import redis.clients.jedis.Connection;

/** The cache as an application gets it: built by the configurations from properties. */
final class OpenedCache implements AutoCloseable {

    private final CountedMetrics metrics = new CountedMetrics();
    private final RedisPools pools;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * On one server.
     *
     * @param settings keys under {@code sluice.redis} and their values in turn
     */
    OpenedCache(int port, String... settings) {
        this(settings("redis://127.0.0.1:" + port, settings));
    }

    /** On the server that a URI names. */
    static OpenedCache at(String uri) {
        return new OpenedCache(settings(uri, "failure-pause", "100ms", "timeout", "2s"));
    }

    /** On the servers of a cluster. */
    static OpenedCache on(RedisCluster cluster, String... settings) {
        Map<String, Object> all = settings("redis://unused", settings);
        all.put("sluice.redis.cluster.nodes", cluster.addresses());
        return new OpenedCache(all);
    }

    /** On the server that a sentinel names. */
    static OpenedCache on(RedisFailover failover, String... settings) {
        Map<String, Object> all = settings("redis://unused", settings);
        all.put("sluice.redis.sentinel.master", failover.master());
        all.put("sluice.redis.sentinel.nodes", failover.sentinel().address());
        return new OpenedCache(all);
    }

    private OpenedCache(Map<String, Object> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(Metrics.class, () -> metrics);
        context.registerBean(Encoding.class, TextEncoding::new);
        context.register(ReadCacheConfiguration.class, CacheInvalidationConfiguration.class);
        context.refresh();
        pools = context.getBean(RedisPools.class);
    }

    ReadCache cache() {
        return context.getBean(ReadCache.class);
    }

    CacheInvalidations invalidations() {
        return context.getBean(CacheInvalidations.class);
    }

    CacheFigures figures() {
        return context.getBean(CacheFigures.class);
    }

    /** What lies in Redis, without anything in front. */
    SharedTier shared() {
        return context.getBean(CacheParts.class).shared();
    }

    CountedMetrics metrics() {
        return metrics;
    }

    /** Waits until it hears of invalidations: the first that it hears empties its memory. */
    OpenedCache listening() {
        InvalidationLog log = context.getBean(InvalidationLog.class);
        context.getBean(Shards.class)
                .all()
                .forEach(shard ->
                        await().until(() -> System.nanoTime() - log.heardUpTo(shard) < InvalidationLog.TRUST_NANOS));
        return this;
    }

    /** Waits until it has heard once more that it has missed nothing. */
    void awaitNextBeat() {
        InvalidationLog log = context.getBean(InvalidationLog.class);
        long last = log.heardUpTo(new Shard(0));
        await().until(() -> log.heardUpTo(new Shard(0)) != last);
    }

    /** One of those for invalidations and beats. */
    Connection borrowedFromDuties() {
        return pools.duties().lend(new Shard(0));
    }

    /** A connection of the readers' pool. */
    Connection borrowed() {
        return pools.readers().lend(new Shard(0));
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> settings(String uri, String... settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("sluice.redis.uri", uri);
        // A hiccup of the machine is no failure of Redis; tests of failures say how long they wait.
        for (String wait : List.of("connect-timeout", "timeout", "max-wait", "budget")) {
            all.put("sluice.redis." + wait, "5s");
        }
        for (int index = 0; index < settings.length; index += 2) {
            all.put("sluice.redis." + settings[index], settings[index + 1]);
        }
        return all;
    }
}
