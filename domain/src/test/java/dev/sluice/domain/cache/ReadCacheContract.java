package dev.sluice.domain.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** The figures of the cache. */
    protected abstract CacheFigures figures();

    @Test
    void theFirstReadIsAMissAndTheSecondAHit() {
        assertThat(read(key, "first").status()).isEqualTo(CacheStatus.MISS);
        assertThat(read(key, "second").status().isHit()).isTrue();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void noReaderChangesOrMovesWhatTheOthersRead() {
        CachedValue value = read(key, "shared");

        UTF_8.decode(value.content());
        assertThat(value.content().isReadOnly()).isTrue();
        assertThat(text(value)).isEqualTo("shared");
        assertThat(text(read(key, "fetched"))).isEqualTo("shared");
    }

    @Test
    void whatWasReadIsRecalledUntilItIsInvalidated() {
        assertThat(cache().recall(key)).isEmpty();

        String version = read(key, "first").version();

        CachedValue recalled = cache().recall(key).orElseThrow();
        assertThat(text(recalled)).isEqualTo("first");
        assertThat(recalled.version()).isEqualTo(version);
        assertThat(recalled.status()).isEqualTo(CacheStatus.LOCAL_HIT);

        invalidations().invalidate(key.invalidation());

        assertThat(cache().recall(key)).isEmpty();
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

    @Test
    void anInvalidatedTagTakesAllValuesThatCarryIt() {
        CacheKey<String> first = TEXTS.key("public", id, "a-" + id, "b-" + id);
        CacheKey<String> second = OTHER_TEXTS.key("public", id, "b-" + id);
        CacheKey<String> third = OTHER_TEXTS.key("seller", id, "a-" + id);
        for (CacheKey<String> each : List.of(first, second, third)) {
            read(each, "old");
        }
        invalidations().invalidate(new Invalidation.Tag("b-" + id));
        assertThat(text(read(first, "new"))).isEqualTo("new");
        assertThat(text(read(second, "new"))).isEqualTo("new");
        assertThat(text(read(third, "new"))).isEqualTo("old");
        assertThat(text(read(first, "newer"))).isEqualTo("new");
    }

    @Test
    void anInvalidatedRegionLosesAllItsValues() {
        CacheRegion<String> emptied = new CacheRegion<>("emptied-texts", String.class, CachePolicy.of(LONG));
        read(emptied.key("public", id), "old");
        read(emptied.key("seller", id), "old");
        read(key, "old");
        invalidations().invalidate(new Invalidation.Region("emptied-texts"));
        assertThat(text(read(emptied.key("public", id), "new"))).isEqualTo("new");
        assertThat(text(read(emptied.key("seller", id), "new"))).isEqualTo("new");
        assertThat(text(read(key, "new"))).isEqualTo("old");
    }

    @Test
    void aRegionMayRememberThatAValueDoesNotExist() {
        CacheKey<String> absent = key(CachePolicy.of(LONG).withAbsence(LONG));
        assertThat(cache().getOrFetch(absent, LONG, Optional::empty)).isEmpty();
        assertThat(cache().getOrFetch(absent, LONG, fetching("value"))).isEmpty();
        invalidations().invalidate(absent.invalidation());
        assertThat(text(read(absent, "value"))).isEqualTo("value");
    }

    @Test
    @Timeout(10)
    void aValuePastItsTtlIsServedWhileAnotherIsFetched() {
        CacheKey<String> refreshed = key(CachePolicy.of(LONG).withStale(LONG, Duration.ZERO));
        cache().getOrFetch(refreshed, SHORT, fetching("old"));
        CachedValue stale = awaitEndOfTtl(refreshed, fetching("new"));
        assertThat(stale.status()).isEqualTo(CacheStatus.STALE);
        assertThat(text(stale)).isEqualTo("old");
        assertThat(stale.age()).isGreaterThanOrEqualTo(SHORT.dividedBy(2));
        while (text(read(refreshed, "new")).equals("old")) {
            Thread.onSpinWait();
        }
        assertThat(read(refreshed, "newer").status().isHit()).isTrue();
    }

    @Test
    @Timeout(10)
    void aValuePastItsTtlIsServedWhileTheSourceFails() {
        CacheKey<String> kept = key(CachePolicy.of(LONG).withStale(Duration.ZERO, LONG));
        cache().getOrFetch(kept, SHORT, fetching("old"));
        CachedValue stale = awaitEndOfTtl(kept, ReadCacheContract::fail);
        assertThat(stale.status()).isEqualTo(CacheStatus.STALE);
        assertThat(text(stale)).isEqualTo("old");
        while (text(read(kept, "new")).equals("old")) {
            Thread.onSpinWait();
        }
        assertThat(text(read(kept, "newer"))).isEqualTo("new");
    }

    @Test
    @Timeout(10)
    void aValueThatIsGoneFromTheSourceIsGoneFromTheCacheOnceItWasRefreshed() {
        CacheKey<String> gone = key(CachePolicy.of(LONG).withStale(LONG, LONG));
        cache().getOrFetch(gone, SHORT, fetching("old"));
        while (cache().getOrFetch(gone, LONG, Optional::empty).isPresent()) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> cache().getOrFetch(gone, LONG, ReadCacheContract::fail))
                .hasMessage("the source failed");
    }

    @Test
    void anInvalidatedValueIsNotServedEvenIfTheSourceFails() {
        CacheKey<String> kept = key(CachePolicy.of(LONG).withStale(LONG, LONG));
        read(kept, "old");
        invalidations().invalidate(kept.invalidation());
        assertThatThrownBy(() -> cache().getOrFetch(kept, LONG, ReadCacheContract::fail))
                .hasMessage("the source failed");
    }

    @Test
    void aValueThatIsTooLargeIsNotStored() {
        CacheKey<String> small = key(CachePolicy.of(LONG).withLargest(4));
        assertThat(read(small, "large").status()).isEqualTo(CacheStatus.BYPASS);
        assertThat(read(small, "tiny").status()).isEqualTo(CacheStatus.MISS);
        assertThat(read(small, "other").status().isHit()).isTrue();
    }

    @Test
    void theSameBytesHaveTheSameVersionAndOthersAnother() {
        CachedValue first = read(key, "value");
        assertThat(read(key, "other").version()).isEqualTo(first.version()).matches("[!#-~]+");
        invalidations().invalidate(key.invalidation());
        assertThat(read(key, "value").version()).isEqualTo(first.version());
        invalidations().invalidate(key.invalidation());
        assertThat(read(key, "other").version()).isNotEqualTo(first.version());
    }

    @Test
    void theFiguresSayWhatCameOfTheReads() {
        CacheRegion<String> counted = new CacheRegion<>("counted-texts", String.class, CachePolicy.of(LONG));
        RegionFigures before = figures().of(counted);
        CacheKey<String> present = counted.key("public", id);
        read(present, "value");
        read(present, "value");
        read(present, "value");
        assertThat(cache().getOrFetch(counted.key("public", "not-" + id), LONG, Optional::empty))
                .isEmpty();

        RegionFigures after = figures().of(counted);
        assertThat(after.misses() - before.misses()).isEqualTo(1);
        assertThat(after.localHits() + after.sharedHits() - before.localHits() - before.sharedHits())
                .isEqualTo(2);
        assertThat(after.absent() - before.absent()).isEqualTo(1);
        assertThat(after.fetches() - before.fetches()).isEqualTo(2);
        assertThat(after.localValues()).isPositive();
        assertThat(figures().isLeftAlone()).isFalse();
    }

    @Test
    void severalValuesAreReadAtOnceAndTheMissingOnesFetchedInOneGo() {
        List<CacheKey<String>> keys = Stream.of("a", "b", "c", "d")
                .map(each -> TEXTS.key("public", each + "-" + id))
                .toList();
        read(keys.get(1), "kept");
        List<Set<CacheKey<String>>> asked = new ArrayList<>();

        Map<CacheKey<String>, CachedValue> values = cache().getOrFetchAll(keys, LONG, missing -> {
            asked.add(missing);
            return Map.of(keys.get(0), "first", keys.get(3), "last");
        });

        assertThat(asked).containsExactly(Set.of(keys.get(0), keys.get(2), keys.get(3)));
        assertThat(values.keySet()).containsExactly(keys.get(0), keys.get(1), keys.get(3));
        assertThat(values.values()).extracting(ReadCacheContract::text).containsExactly("first", "kept", "last");
        assertThat(text(read(keys.get(3), "other"))).isEqualTo("last");
        assertThat(text(read(keys.get(2), "other"))).isEqualTo("other");
    }

    @Test
    void whatIsAllInTheCacheIsNotFetched() {
        read(key, "value");
        assertThat(cache().getOrFetchAll(List.of(key, key), LONG, missing -> {
                    throw new AssertionError("nothing is missing");
                }))
                .hasSize(1);
    }

    /** A key of a region of its own with this policy. */
    private CacheKey<String> key(CachePolicy policy) {
        return new CacheRegion<>("texts-under-a-policy", String.class, policy).key("public", id);
    }

    /** The first answer that is no plain hit any more. */
    private CachedValue awaitEndOfTtl(CacheKey<String> wanted, Supplier<Optional<String>> fetch) {
        CachedValue value = cache().getOrFetch(wanted, LONG, fetch).orElseThrow();
        while (value.status() == CacheStatus.LOCAL_HIT || value.status() == CacheStatus.SHARED_HIT) {
            value = cache().getOrFetch(wanted, LONG, fetch).orElseThrow();
        }
        return value;
    }

    private static Optional<String> fail() {
        throw new IllegalStateException("the source failed");
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
        return UTF_8.decode(value.content()).toString();
    }
}
