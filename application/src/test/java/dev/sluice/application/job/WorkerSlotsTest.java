package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerSlotsTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final WorkerSlots slots = new WorkerSlots(2);

    @Test
    void noMoreJobsRunThanThereAreSlots() throws InterruptedException {
        assertThat(slots.acquire(5, AT_ONCE)).isEqualTo(2);
        assertThat(slots.acquire(1, AT_ONCE)).isZero();
        slots.release(1);
        assertThat(slots.acquire(5, AT_ONCE)).isEqualTo(1);
    }

    @Test
    void jobsBeginWhileThoseBeforeThemAreBeingSettled() throws InterruptedException {
        slots.acquire(2, AT_ONCE);
        slots.ended();
        slots.ended();
        assertThat(slots.acquire(5, AT_ONCE)).isEqualTo(2);
    }

    @Test
    void ofWhatHasEndedOnlySoManyMayWaitToBeSettled() throws InterruptedException {
        for (int turn = 0; turn < 2; turn++) {
            assertThat(slots.acquire(2, AT_ONCE)).isEqualTo(2);
            slots.ended();
            slots.ended();
        }
        assertThat(slots.acquire(1, AT_ONCE)).isZero();
        slots.settled();
        assertThat(slots.acquire(5, AT_ONCE)).isEqualTo(1);
    }

    @Test
    void whoeverIsInterruptedWhileWaitingHoldsNothing() throws InterruptedException {
        slots.acquire(2, AT_ONCE);
        slots.ended();
        slots.ended();
        slots.acquire(2, AT_ONCE);
        slots.ended();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> slots.acquire(1, Duration.ofMinutes(1))).isInstanceOf(InterruptedException.class);
        slots.ended();
        for (int job = 0; job < 4; job++) {
            slots.settled();
        }
        assertThat(slots.awaitIdle(AT_ONCE)).isTrue();
        assertThat(slots.acquire(5, AT_ONCE)).isEqualTo(2);
    }

    @Test
    void itIsIdleOnceAllIsSettled() throws InterruptedException {
        slots.acquire(1, AT_ONCE);
        slots.ended();
        assertThat(slots.awaitIdle(AT_ONCE)).isFalse();
        slots.settled();
        assertThat(slots.awaitIdle(AT_ONCE)).isTrue();
        assertThat(slots.acquire(5, AT_ONCE)).isEqualTo(2);
    }
}
