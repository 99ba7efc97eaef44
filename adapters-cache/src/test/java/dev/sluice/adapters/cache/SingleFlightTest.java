package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SingleFlightTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static final long LONG_AGO = System.nanoTime();

    private final CountDownLatch landing = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void landEverything() {
        landing.countDown();
    }

    @Test
    void callersWhoWaitShareTheResult() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        FutureTask<String> leader = leading(flights, () -> "shared");
        FutureTask<String> first = waiting(flights, () -> "own").task();
        FutureTask<String> second = waiting(flights, () -> "own").task();
        landing.countDown();
        assertThat(result(leader)).isEqualTo("shared");
        assertThat(result(first)).isEqualTo("shared");
        assertThat(result(second)).isEqualTo("shared");
        assertThat(runs).hasValue(1);
    }

    @Test
    void callersWhoWaitShareTheException() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        IllegalStateException failure = new IllegalStateException("the source failed");
        FutureTask<String> leader = leading(flights, () -> {
            throw failure;
        });
        FutureTask<String> waiter = waiting(flights, () -> "own").task();
        landing.countDown();
        assertThatThrownBy(() -> result(leader)).hasCause(failure);
        assertThatThrownBy(() -> result(waiter)).cause().isSameAs(failure);
    }

    @Test
    void callersWhoWaitShareAnErrorToo() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        AssertionError failure = new AssertionError("broken");
        FutureTask<String> leader = leading(flights, () -> {
            throw failure;
        });
        FutureTask<String> waiter = waiting(flights, () -> "own").task();
        landing.countDown();
        assertThatThrownBy(() -> result(leader)).cause().isSameAs(failure);
        assertThatThrownBy(() -> result(waiter)).cause().isSameAs(failure);
    }

    @Test
    void theNextCallAfterAFailureTriesAgain() {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        assertThatThrownBy(() -> flights.run(
                        "key",
                        LONG_AGO,
                        () -> {
                            throw new IllegalStateException("the source failed");
                        },
                        () -> "late"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(flights.run("key", LONG_AGO, () -> "value", () -> "value")).isEqualTo("value");
        assertThat(flights.isIdle()).isTrue();
    }

    @Test
    void otherKeysDoNotWait() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        FutureTask<String> leader = leading(flights, () -> "slow");
        assertThat(flights.run("other", LONG_AGO, () -> "fast", () -> "fast")).isEqualTo("fast");
        assertThat(leader.isDone()).isFalse();
    }

    @Test
    void aCallerForWhomAFlightBeganTooEarlyLeadsItsOwnWhichOthersJoin() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        FutureTask<String> early = leading(flights, () -> "early");
        FutureTask<String> own = leading(flights, System.nanoTime(), () -> "own");
        FutureTask<String> waiter = waiting(flights, () -> "late").task();
        landing.countDown();
        assertThat(result(early)).isEqualTo("early");
        assertThat(result(own)).isEqualTo("own");
        assertThat(result(waiter)).isEqualTo("own");
        assertThat(flights.isIdle()).isTrue();
    }

    @Test
    void aCallerWhosePatienceEndsDoesSomethingElse() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(Duration.ofMillis(20));
        FutureTask<String> leader = leading(flights, () -> "slow");
        assertThat(flights.run("key", LONG_AGO, () -> "own", () -> "own")).isEqualTo("own");
        landing.countDown();
        assertThat(result(leader)).isEqualTo("slow");
        assertThat(flights.isIdle()).isTrue();
    }

    @Test
    void anInterruptedWaiterGivesUpAtOnceAndStaysInterrupted() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        FutureTask<String> leader = leading(flights, () -> "slow");
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Waiter waiter = waiting(() -> {
            try {
                return flights.run("key", LONG_AGO, () -> "own", () -> "own");
            } finally {
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        waiter.thread().interrupt();
        assertThatThrownBy(() -> result(waiter.task())).hasCauseInstanceOf(RetryableFailure.class);
        assertThat(stillInterrupted).isTrue();
        assertThat(leader.isDone()).isFalse();
    }

    @Test
    void whoWaitsForACallerWhoseTimeIsUpDoesSomethingElse() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        Work late = new Work(Urgency.REQUEST, Deadline.after(Duration.ZERO));
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<String> leader = new FutureTask<>(() -> late.call(() -> flights.run(
                "key",
                LONG_AGO,
                () -> {
                    started.countDown();
                    awaitLanding();
                    throw new IllegalStateException("no time left");
                },
                () -> "late")));
        Thread.ofPlatform().daemon().start(leader);
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        FutureTask<String> waiter = waiting(flights, () -> "own").task();
        landing.countDown();
        assertThatThrownBy(() -> result(leader)).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(result(waiter)).isEqualTo("own");
    }

    @Test
    void nothingRemainsAfterAFlight() {
        SingleFlight<String, String> flights = new SingleFlight<>(LONG);
        flights.run("key", LONG_AGO, () -> "value", () -> "value");
        assertThat(flights.isIdle()).isTrue();
    }

    /** Starts a flight that does not land before it is told to. */
    private FutureTask<String> leading(SingleFlight<String, String> flights, Supplier<String> work) throws Exception {
        return leading(flights, LONG_AGO, work);
    }

    private FutureTask<String> leading(SingleFlight<String, String> flights, long after, Supplier<String> work)
            throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<String> task = new FutureTask<>(() -> flights.run(
                "key",
                after,
                () -> {
                    runs.incrementAndGet();
                    started.countDown();
                    awaitLanding();
                    return work.get();
                },
                () -> "late"));
        Thread.ofPlatform().daemon().start(task);
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        return task;
    }

    private Waiter waiting(SingleFlight<String, String> flights, Supplier<String> work) {
        return waiting(() -> flights.run("key", LONG_AGO, work, work));
    }

    private static Waiter waiting(Callable<String> call) {
        FutureTask<String> task = new FutureTask<>(call);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return new Waiter(thread, task);
    }

    private void awaitLanding() {
        try {
            assertThat(landing.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String result(FutureTask<String> task) throws Exception {
        return task.get(10, TimeUnit.SECONDS);
    }

    private record Waiter(Thread thread, FutureTask<String> task) {}
}
