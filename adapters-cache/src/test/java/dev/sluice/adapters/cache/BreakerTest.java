package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A monotonic clock may pass from the largest number to the smallest at any time. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    private final Breaker breaker = new Breaker(PAUSE, nanos::get);

    @Test
    void allowsAllUntilTheFirstFailure() {
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void refusesForThePauseAfterAFailure() {
        breaker.open();
        nanos.addAndGet(PAUSE.toNanos() - 1);
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void letsOneCallerThroughAfterEachPause() {
        breaker.open();
        nanos.addAndGet(PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        nanos.addAndGet(PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void allowsAllAgainAfterAnAnswer() {
        breaker.open();
        breaker.close();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void tellsOnlyTheChangesFromWorkingToFailingAndBack() {
        assertThat(breaker.close()).isFalse();
        assertThat(breaker.open()).isTrue();
        assertThat(breaker.open()).isFalse();
        assertThat(breaker.close()).isTrue();
        assertThat(breaker.close()).isFalse();
    }
}
