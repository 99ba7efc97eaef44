package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FetchPausesTest {

    private static final CacheRegion<String> TEXTS =
            new CacheRegion<>("texts", String.class, CachePolicy.of(Duration.ofMinutes(1)));
    private static final CacheKey<String> KEY = TEXTS.key("public", "one");

    /** A monotonic clock may pass from the largest number to the smallest at any time. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    /** All bits of what chance says. */
    private long chance;

    private final FetchPauses pauses = new FetchPauses(nanos::get, () -> chance);

    @Test
    void aValueThatHasNotFailedMayBeFetched() {
        assertThat(pauses.allow(KEY)).isTrue();
    }

    @Test
    void eachFailureInARowDoublesThePauseUpToABound() {
        for (long millis : new long[] {250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000}) {
            pauses.failed(KEY);
            assertThatThePauseIs(millis);
        }
    }

    @Test
    void aSuccessEndsThePauseAndTheNextIsShortAgain() {
        pauses.failed(KEY);
        assertThatThePauseIs(250);
        pauses.failed(KEY);
        pauses.succeeded(KEY);
        assertThat(pauses.allow(KEY)).isTrue();
        pauses.failed(KEY);
        assertThatThePauseIs(250);
    }

    @Test
    void severalWhoFailTogetherCountOnce() {
        for (int caller = 0; caller < 100; caller++) {
            pauses.failed(KEY);
        }
        assertThatThePauseIs(250);
    }

    @Test
    void chanceTakesUpToHalfOfThePause() {
        chance = -1;
        pauses.failed(KEY);
        assertThatThePauseIs(125);
        chance = Long.MIN_VALUE;
        pauses.failed(KEY);
        assertThatThePauseIs(375);
    }

    @Test
    void aFailureIsForgottenWhenNothingHappensForLong() {
        pauses.failed(KEY);
        pauses.failed(KEY);
        pass(30_000);
        pauses.failed(KEY);
        assertThatThePauseIs(250);
    }

    @Test
    void othersAreNotConcerned() {
        pauses.failed(KEY);
        assertThat(pauses.allow(TEXTS.key("public", "two"))).isTrue();
    }

    private void assertThatThePauseIs(long millis) {
        pass(millis - 1);
        assertThat(pauses.allow(KEY)).isFalse();
        pass(1);
        assertThat(pauses.allow(KEY)).isTrue();
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
