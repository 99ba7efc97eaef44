package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobThreadsTest {

    private static final int THREADS = 8;

    private final JobThreads threads = new JobThreads(THREADS);

    @Test
    void asManyJobsRunAtATimeAsThereAreThreads() {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        AtomicInteger met = new AtomicInteger();
        threads.run(Collections.nCopies(THREADS, () -> {
            await(all);
            met.incrementAndGet();
        }));
        Eventually.holds(() -> met.get() == THREADS);
    }

    @Test
    void jobsThatComeOneByOneRunAtATimeToo() {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        AtomicInteger met = new AtomicInteger();
        for (int job = 0; job < THREADS; job++) {
            threads.run(List.of(() -> {
                await(all);
                met.incrementAndGet();
            }));
        }
        Eventually.holds(() -> met.get() == THREADS);
    }

    @Test
    void moreJobsThanThreadsAllRun() {
        AtomicInteger ran = new AtomicInteger();
        int sent = 0;
        for (int turn = 0; turn < 1_000; turn++) {
            threads.run(Collections.nCopies(turn % 20, ran::incrementAndGet));
            sent += turn % 20;
            int all = sent;
            // Each turn finds threads that are just about to wait.
            Eventually.holds(() -> ran.get() == all);
        }
    }

    @Test
    void anInterruptionEndsWithTheJobThatItWasMeantFor() {
        JobThreads one = new JobThreads(1);
        Queue<Boolean> interrupted = new ConcurrentLinkedQueue<>();
        one.run(List.of(
                () -> Thread.currentThread().interrupt(),
                () -> interrupted.add(Thread.currentThread().isInterrupted())));
        Eventually.holds(() -> !interrupted.isEmpty());
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void oneThatThrowsDoesNotKeepTheOthersFromRunning() throws InterruptedException {
        JobThreads one = new JobThreads(1);
        CountDownLatch ran = new CountDownLatch(1);
        one.run(List.of(
                () -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                    throw new IllegalStateException("as a broken job would");
                },
                ran::countDown));
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
