package dev.sluice.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** What calls the producer: closed loops that wait for each answer, or arrivals that wait for none. */
public final class Clients {

    private Clients() {}

    /** Makes all calls from so many threads, one after the other in each; yields the calls in a second. */
    public static double closedLoop(int threads, long first, int calls, LongConsumer call) {
        AtomicLong next = new AtomicLong(first);
        Runnable client = () -> {
            for (long id = next.getAndIncrement(); id < first + calls; id = next.getAndIncrement()) {
                call.accept(id);
            }
        };
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(client));
            }
            running.forEach(Clients::await);
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    /** Makes calls at a fixed rate, however long they take; yields the calls in a second until the last has ended. */
    public static double openLoop(double rate, Duration span, long first, LongConsumer call) {
        int calls = (int) (rate * span.toMillis() / 1_000);
        long start = System.nanoTime();
        // Such a pool takes the thread that was busy last: few do all the work, and what they use stays warm.
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < calls; number++) {
                awaitTime(start + (long) (number * 1e9 / rate));
                long id = first + number;
                running.add(threads.submit(() -> call.accept(id)));
            }
            running.forEach(Clients::await);
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static void awaitTime(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(Future<?> call) {
        try {
            call.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call failed", failed.getCause());
        }
    }
}
