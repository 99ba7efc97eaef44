package dev.sluice.domain.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Runs work on several threads at once, for at most 30 seconds. */
public final class Concurrently {

    private static final int SECONDS = 30;

    private Concurrently() {}

    /** Runs the work that often at the same time and gives all results. */
    public static <T> List<T> times(int times, Callable<T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(work))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(get(future));
            }
            return results;
        }
    }

    /** Runs the work on another thread and gives its result. */
    public static <T> T elsewhere(Callable<T> work) {
        return times(1, work).getFirst();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the work on another thread failed", e);
        }
    }
}
