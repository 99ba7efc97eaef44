package dev.sluice.bench.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.embedded.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The reads that JMH measures, of one document. It is public because JMH extends it. */
@State(Scope.Benchmark)
public class CacheReads {

    /** The system property that names Redis' port. */
    static final String REDIS = "sluice.bench.redis";

    /** The system property that names the file with the document. */
    static final String DOCUMENT = "sluice.bench.document";

    private static final String SCOPE = "public";

    private static final Duration TTL = Duration.ofHours(1);

    /** So that what is never read again does not fill Redis. */
    private static final Duration SOON_GONE = Duration.ofSeconds(1);

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final CacheRegion<String> LOCAL =
            new CacheRegion<>("local-documents", String.class, CachePolicy.of(TTL));

    private static final CacheRegion<String> SHARED = new CacheRegion<>(
            "shared-documents", String.class, CachePolicy.of(TTL).withLocal(0, Duration.ZERO));

    private static final CacheRegion<String> MISSED =
            new CacheRegion<>("missed-documents", String.class, CachePolicy.of(SOON_GONE));

    private final UUID local = UUID.randomUUID();
    private final CacheKey<String> shared = SHARED.key(SCOPE, UUID.randomUUID().toString());
    private final String missed = UUID.randomUUID().toString();
    private final BenchCache cache = BenchCache.open(Integer.getInteger(REDIS));
    private final ReadCache reads = cache.reads();
    private final Supplier<Optional<String>> fetch;
    private long misses;

    public CacheReads() {
        String document = document(Path.of(System.getProperty(DOCUMENT)));
        fetch = () -> Optional.of(document);
        require(CacheStatus.LOCAL_HIT, localKey());
        require(CacheStatus.SHARED_HIT, shared);
    }

    private static String document(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("No document to read", e);
        }
    }

    /** Memory answers only once the process hears of invalidations. */
    private void require(CacheStatus wanted, CacheKey<String> key) {
        if (!Waiting.until(() -> status(key) == wanted, LIMIT)) {
            throw new IllegalStateException(key + " is not read as " + wanted + " but as " + status(key));
        }
    }

    private CacheStatus status(CacheKey<String> key) {
        return reads.getOrFetch(key, TTL, fetch).orElseThrow().status();
    }

    /** Builds its key each time, as every read of an application does. */
    @Benchmark
    public Optional<CachedValue> localHit() {
        CacheKey<String> key = localKey();
        return reads.getOrFetch(key, key.region().policy().ttl(), fetch);
    }

    private CacheKey<String> localKey() {
        return LOCAL.key(SCOPE, local.toString());
    }

    @Benchmark
    public Optional<CachedValue> redisHit() {
        return reads.getOrFetch(shared, TTL, fetch);
    }

    @Benchmark
    public Optional<CachedValue> miss() {
        return reads.getOrFetch(MISSED.key(SCOPE, missed + "-" + misses++), SOON_GONE, fetch);
    }

    @TearDown
    public void close() {
        cache.close();
    }
}
