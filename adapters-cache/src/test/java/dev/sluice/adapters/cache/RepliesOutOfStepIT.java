package dev.sluice.adapters.cache;

import static dev.sluice.domain.cache.CacheStatus.MISS;
import static dev.sluice.domain.cache.CacheStatus.SHARED_HIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers see when a connection answers each question with the answer to the one before. */
@Timeout(60)
class RepliesOutOfStepIT {

    private static final Duration TTL = Duration.ofMinutes(1);
    private static final CacheRegion<String> TEXTS =
            new CacheRegion<>("texts", String.class, CachePolicy.of(TTL).withLocal(0, Duration.ZERO));
    private static final CacheKey<String> KEY = TEXTS.key("public", "one");
    private static final CacheKey<String> OTHER = TEXTS.key("public", "two");

    private RedisServer server;
    private RepeatingProxy proxy;
    private OpenedCache opened;
    private OpenedCache elsewhere;

    /** All readers share one connection. */
    @BeforeEach
    void start() {
        server = RedisServer.start();
        proxy = new RepeatingProxy(server.port());
        opened = new OpenedCache(proxy.port(), "max-connections", "1");
        elsewhere = new OpenedCache(server.port());
    }

    @AfterEach
    void stop() {
        opened.close();
        elsewhere.close();
        proxy.close();
        server.close();
    }

    @Test
    void anAnswerFromBeforeAnInvalidationIsNotTakenForOneFromAfterIt() {
        read(KEY, "old");
        repeat("value:texts:public:one");
        assertThat(text(read(KEY, "none"))).isEqualTo("old");
        elsewhere.invalidations().invalidate(KEY.invalidation());
        assertThat(text(read(KEY, "new"))).isEqualTo("new");
        theConnectionIsDroppedAndCounted();
        assertThat(read(KEY, "none").status()).isEqualTo(SHARED_HIT);
        assertThat(text(read(KEY, "none"))).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value:texts:public:one", "token:value:texts:public:one"})
    void theValueOfOneKeyIsNeverServedForAnother(String part) {
        repeat(part);
        assertThat(text(read(KEY, "first"))).isEqualTo("first");
        assertThat(text(read(OTHER, "second"))).isEqualTo("second");
        theConnectionIsDroppedAndCounted();
        assertThat(text(read(OTHER, "second"))).isEqualTo("second");
        assertThat(text(read(KEY, "first"))).isEqualTo("first");
        await().until(() -> read(OTHER, "second").status() == SHARED_HIT);
    }

    @Test
    void anInvalidationIsNotConfirmedByTheAnswerToAnother() {
        read(KEY, "old");
        opened.invalidations().invalidate(OTHER.invalidation());
        repeat("value:texts:public:two");
        opened.invalidations().invalidate(OTHER.invalidation());
        await().until(() -> {
            tryToInvalidate();
            return outOfStep() == 1;
        });
        assertThat(proxy.repeated()).isEqualTo(1);
        opened.invalidations().invalidate(KEY.invalidation());
        assertThat(read(KEY, "new").status()).isEqualTo(MISS);
    }

    private void tryToInvalidate() {
        try {
            opened.invalidations().invalidate(KEY.invalidation());
        } catch (RetryableFailure unconfirmed) {
            assertThat(outOfStep()).isEqualTo(1);
        }
    }

    private void repeat(String text) {
        proxy.repeatAnswerTo(text);
    }

    private void theConnectionIsDroppedAndCounted() {
        await().until(() -> proxy.lost() == 1);
        assertThat(proxy.repeated()).isEqualTo(1);
        assertThat(outOfStep()).isEqualTo(1);
    }

    private long outOfStep() {
        return Stream.of("read", "begin", "fill", "attend", "invalidate")
                .mapToLong(operation -> opened.metrics().of("cache.failures", "operation", operation, "cause", "step"))
                .sum();
    }

    private CachedValue read(CacheKey<String> key, String fetched) {
        return opened.cache().getOrFetch(key, TTL, () -> Optional.of(fetched)).orElseThrow();
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }
}
