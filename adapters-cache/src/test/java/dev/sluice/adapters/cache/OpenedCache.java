package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.TextEncoding;
import dev.sluice.domain.metric.Metrics;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import redis.clients.jedis.RedisClient;

/** The cache as an application gets it: built by the configurations from properties. */
final class OpenedCache implements AutoCloseable {

    private final CountedMetrics metrics = new CountedMetrics();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param settings keys under {@code sluice.redis} and their values in turn */
    OpenedCache(int port, String... settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all(port, settings)));
        context.registerBean(Metrics.class, () -> metrics);
        context.registerBean(Encoding.class, TextEncoding::new);
        context.register(ReadCacheConfiguration.class, CacheInvalidationConfiguration.class);
        context.refresh();
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

    RedisClient redis() {
        return context.getBean(RedisConnections.class).redis();
    }

    CountedMetrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> all(int port, String... settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("sluice.redis.uri", "redis://127.0.0.1:" + port);
        for (int index = 0; index < settings.length; index += 2) {
            all.put("sluice.redis." + settings[index], settings[index + 1]);
        }
        return all;
    }
}
