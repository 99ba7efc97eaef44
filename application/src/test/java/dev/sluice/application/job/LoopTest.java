package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopTest {

    private static final Duration ENDLESS = Duration.ofDays(1);

    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    @Test
    void theFirstStepIsTakenAtOnceAndTheNextAfterThePause() {
        try (Loop loop = new Loop("test", Duration.ofMillis(1), this::step)) {
            loop.start();
            Eventually.holds(() -> steps.get() >= 3);
        }
    }

    @Test
    void whatItDoesIsVital() {
        AtomicReference<@Nullable Urgency> seen = new AtomicReference<>();
        Loop loop = new Loop("test", ENDLESS, () -> {
            seen.set(Work.current().urgency());
            return false;
        });
        try (loop) {
            loop.start();
            Eventually.holds(() -> seen.get() == Urgency.VITAL);
        }
    }

    @Test
    void aStepThatAsksForAnotherIsFollowedAtOnce() {
        try (Loop loop = new Loop("test", ENDLESS, () -> steps.incrementAndGet() < 3)) {
            loop.start();
            Eventually.holds(() -> steps.get() == 3);
        }
    }

    @Test
    void aWakeUpCutsThePauseShort() {
        try (Loop loop = new Loop("test", ENDLESS, this::step)) {
            loop.start();
            Eventually.holds(this::isPausing);
            assertThat(steps).hasValue(1);
            loop.wake();
            Eventually.holds(() -> steps.get() == 2);
        }
    }

    @Test
    void wakeUpsDuringAStepCountAsOne() {
        AtomicReference<@Nullable Loop> waking = new AtomicReference<>();
        Loop loop = new Loop("test", ENDLESS, () -> {
            step();
            if (steps.get() == 1) {
                wakeTwice(waking.get());
            }
            return false;
        });
        waking.set(loop);
        try (loop) {
            loop.start();
            Eventually.holds(() -> steps.get() == 2);
            Eventually.holds(this::isPausing);
            assertThat(steps).hasValue(2);
        }
    }

    @Test
    void aFailureDoesNotEndTheLoop() {
        assertGoesOnAfter(new IllegalStateException("deliberate"));
    }

    @Test
    void anErrorDoesNotEndTheLoop() {
        assertGoesOnAfter(new NoClassDefFoundError("deliberate"));
    }

    @Test
    void closingInterruptsThePauseAndEndsTheThread() {
        Loop loop = new Loop("test", ENDLESS, this::step);
        loop.start();
        Eventually.holds(this::isPausing);
        loop.close();
        assertThat(steps).hasValue(1);
        Eventually.holds(this::hasEnded);
    }

    @Test
    void closingInterruptsTheStepUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Loop loop = new Loop("test", ENDLESS, () -> {
            step();
            begun.countDown();
            return waitUntilInterrupted();
        });
        loop.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        loop.close();
        assertThat(steps).hasValue(1);
        Eventually.holds(this::hasEnded);
    }

    @Test
    void closingLetsAShortStepEndByItself() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Loop loop = new Loop("test", ENDLESS, () -> {
            begun.countDown();
            interrupted.set(isInterruptedBefore(end));
            return false;
        });
        loop.start();
        begun.await();
        Thread closing = Thread.ofPlatform().start(loop::close);
        Eventually.holds(() -> closing.getState() == Thread.State.TIMED_WAITING);
        end.countDown();
        closing.join();
        assertThat(interrupted).isFalse();
    }

    private static boolean isInterruptedBefore(CountDownLatch end) {
        try {
            end.await();
            return false;
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    @Test
    void aLoopThatNeverStartedIsClosedWithoutWaiting() {
        new Loop("test", ENDLESS, this::step).close();
        assertThat(steps).hasValue(0);
    }

    private void assertGoesOnAfter(Throwable failure) {
        try (Loop loop = new Loop("test", Duration.ofMillis(1), () -> {
            if (steps.incrementAndGet() == 1) {
                throwUnchecked(failure);
            }
            return false;
        })) {
            loop.start();
            Eventually.holds(() -> steps.get() >= 2);
        }
    }

    private static void throwUnchecked(Throwable failure) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalArgumentException(failure);
        }
    }

    private boolean step() {
        thread.set(Thread.currentThread());
        steps.incrementAndGet();
        return false;
    }

    private static void wakeTwice(@Nullable Loop loop) {
        if (loop != null) {
            loop.wake();
            loop.wake();
        }
    }

    private static boolean waitUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private boolean isPausing() {
        Thread running = thread.get();
        return running != null && running.getState() == Thread.State.TIMED_WAITING;
    }

    private boolean hasEnded() {
        Thread running = thread.get();
        return running != null && !running.isAlive();
    }
}
