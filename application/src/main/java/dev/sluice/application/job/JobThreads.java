package dev.sluice.application.job;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads that jobs run on. One that has ended a job takes the next by itself; another is woken only while a job still
 * waits, and not before the one woken last has begun: to wake a thread for each job costs more than a short job takes.
 * Safe for use by many threads.
 */
final class JobThreads {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean waking = new AtomicBoolean();

    /**
     * Starts them all: where the machine has no room for so many, the process fails as it starts and not in the midst of
     * its work.
     */
    JobThreads(int count) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("job-", 1).daemon().factory());
        pool.prestartAllCoreThreads();
        this.threads = pool;
    }

    /** Begins as many of these jobs at once as there are threads free, and returns without waiting for any. */
    void run(Collection<Runnable> jobs) {
        waiting.addAll(jobs);
        wake();
    }

    /** Whoever finds another being woken need not wake one: that one has yet to look at what waits. */
    private void wake() {
        if (!waiting.isEmpty() && waking.compareAndSet(false, true)) {
            threads.execute(this::work);
        }
    }

    private void work() {
        waking.set(false);
        for (Runnable job = waiting.poll(); job != null; job = waiting.poll()) {
            wake();
            runApart(job);
        }
    }

    /** What it throws and what has interrupted it end with it: no thread dies of a job, and none has to be started again. */
    private static void runApart(Runnable job) {
        Thread self = Thread.currentThread();
        try {
            job.run();
        } catch (RuntimeException | Error thrown) {
            self.getUncaughtExceptionHandler().uncaughtException(self, thrown);
        } finally {
            Thread.interrupted();
        }
    }
}
