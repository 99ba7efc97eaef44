package dev.sluice.domain.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every read cache does, together with the invalidations of the same store. The cache encodes texts. */
public abstract class ReadCacheContract {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final int CALLERS = 50;

    private static final CacheRegion<String> TEXTS = new CacheRegion<>("texts", String.class, CachePolicy.of(LONG));

    private static final CacheRegion<String> OTHER_TEXTS =
            new CacheRegion<>("other-texts", String.class, CachePolicy.of(LONG));

    private final String id = UUID.randomUUID().toString();
    private final CacheKey<String> key = TEXTS.key("public", id);
    private final AtomicInteger fetches = new AtomicInteger();

    /** A cache that encodes by {@link TextEncoding}. */
    protected abstract ReadCache cache();

    /** The invalidations of the same store. */
    protected abstract CacheInvalidations invalidations();

    @Test
    void theFirstReadIsAMissAndTheSecondAHit() {
        assertThat(read(key, "first").status()).isEqualTo(CacheStatus.MISS);
        assertThat(read(key, "second").status().isHit()).isTrue();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aMissAndAHitAnswerTheSameEncodedBytes() {
        assertThat(text(read(key, "Grüße"))).isEqualTo("Grüße");
        assertThat(text(read(key, "other"))).isEqualTo("Grüße");
    }

    @Test
    @Timeout(10)
    void aValueIsFetchedAgainAfterItsTtl() {
        cache().getOrFetch(key, SHORT, fetching("old"));
        while (text(read(key, "new")).equals("old")) {
            Thread.onSpinWait();
        }
        assertThat(text(read(key, "newer"))).isEqualTo("new");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aTtlUnderAMillisecondIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache().getOrFetch(key, Duration.ofNanos(999_999), fetching("value")));
        assertThat(fetches).hasValue(0);
    }

    @Test
    void thatAValueDoesNotExistIsNotStored() {
        assertThat(cache().getOrFetch(key, LONG, Optional::empty)).isEmpty();
        assertThat(read(key, "value").status()).isEqualTo(CacheStatus.MISS);
    }

    @Test
    void aFailingFetchReachesTheCallerAndTheNextCallTriesAgain() {
        IllegalStateException failure = new IllegalStateException("the source failed");
        assertThatThrownBy(() -> cache().getOrFetch(key, LONG, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(read(key, "value").status()).isEqualTo(CacheStatus.MISS);
    }

    @Test
    @Timeout(30)
    void manyCallersOfOneMissingKeyShareOneFetch() throws Exception {
        CountDownLatch started = new CountDownLatch(CALLERS);
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                calls.add(threads.submit(() -> readTogether(started)));
            }
            for (Future<String> call : calls) {
                answers.add(call.get(10, TimeUnit.SECONDS));
            }
        }
        assertThat(answers).hasSize(CALLERS).containsOnly("shared");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void anInvalidatedValueIsFetchedAgain() {
        read(key, "old");
        invalidations().invalidate(key.invalidation());
        assertThat(text(read(key, "new"))).isEqualTo("new");
        assertThat(text(read(key, "newer"))).isEqualTo("new");
    }

    @Test
    void anInvalidationLeavesOtherValuesAlone() {
        CacheKey<String> other = TEXTS.key("public", "not-" + id);
        read(other, "other");
        invalidations().invalidate(key.invalidation());
        assertThat(read(other, "new").status().isHit()).isTrue();
    }

    @Test
    void keysOfOtherScopesAndRegionsDoNotCollide() {
        read(key, "value");
        for (CacheKey<String> other : List.of(TEXTS.key("seller", id), OTHER_TEXTS.key("public", id))) {
            assertThat(read(other, "other").status()).isEqualTo(CacheStatus.MISS);
        }
        assertThat(text(read(key, "new"))).isEqualTo("value");
    }

    private String readTogether(CountDownLatch started) {
        started.countDown();
        return text(cache().getOrFetch(key, LONG, () -> fetchOnceAllHaveStarted(started))
                .orElseThrow());
    }

    private Optional<String> fetchOnceAllHaveStarted(CountDownLatch started) {
        try {
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return fetching("shared").get();
    }

    private CachedValue read(CacheKey<String> wanted, String fetched) {
        return cache().getOrFetch(wanted, LONG, fetching(fetched)).orElseThrow();
    }

    private Supplier<Optional<String>> fetching(String value) {
        return () -> {
            fetches.incrementAndGet();
            return Optional.of(value);
        };
    }

    private static String text(CachedValue value) {
        return new String(value.bytes(), UTF_8);
    }
}
