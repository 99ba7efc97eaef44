package dev.sluice.bench.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.adapters.cache.CacheInvalidationConfiguration;
import dev.sluice.adapters.cache.ReadCacheConfiguration;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.ByteBuffer;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The cache as a process of Sluice gets it, on its usual settings, for documents that are JSON already. */
record BenchCache(AnnotationConfigApplicationContext context) implements AutoCloseable {

    private static final class Documents implements Encoding {

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public byte[] encode(Object value) {
            return ((String) value).getBytes(UTF_8);
        }

        @Override
        public <V> V decode(ByteBuffer content, Class<V> type) {
            return type.cast(UTF_8.decode(content).toString());
        }
    }

    static BenchCache open(int redisPort) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        Map<String, Object> settings = Map.of("sluice.redis.uri", "redis://" + LoopbackPort.HOST + ":" + redisPort);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", settings));
        context.registerBean(Metrics.class, () -> (times, counter, tags) -> {});
        context.registerBean(Encoding.class, Documents::new);
        context.register(ReadCacheConfiguration.class, CacheInvalidationConfiguration.class);
        context.refresh();
        return new BenchCache(context);
    }

    ReadCache reads() {
        return context.getBean(ReadCache.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
