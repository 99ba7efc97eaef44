package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that callers who want the same thing at the same time share within this process. Waiting parks the thread, so
 * that a virtual one costs nothing.
 *
 * @param <K> what names the work
 * @param <T> what the work yields
 */
final class SingleFlight<K, T> {

    private final ConcurrentMap<K, Flight<T>> flights = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience for how long a caller waits for another's work, if its own has so much time */
    SingleFlight(Duration patience) {
        this.patience = patience;
    }

    private record Flight<T>(CompletableFuture<T> landing, long beganNanos) {}

    /**
     * Does the work, or waits for the caller who is doing it under the same key and shares its result or its exception.
     *
     * @param after what did not begin after this time, by {@link System#nanoTime}, is not waited for
     * @param late what a caller does whose patience has ended, or whom the other has left because it was
     *     interrupted or its own time was up
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    T run(K key, long after, Supplier<T> work, Supplier<T> late) {
        Flight<T> own = new Flight<>(new CompletableFuture<>(), System.nanoTime());
        Flight<T> running = flights.merge(key, own, (old, young) -> old.beganNanos() - after > 0 ? old : young);
        return running.equals(own) ? lead(key, own, work) : join(running.landing(), late);
    }

    boolean isIdle() {
        return flights.isEmpty();
    }

    /** The flight is over before its waiters hear of it: one who then tries again does not meet the old failure. */
    private T lead(K key, Flight<T> flight, Supplier<T> work) {
        try {
            T result = work.get();
            flights.remove(key, flight);
            flight.landing().complete(result);
            return result;
        } catch (Throwable failure) {
            flights.remove(key, flight);
            if (isOwnEnd()) {
                flight.landing().cancel(false);
            } else {
                flight.landing().completeExceptionally(failure);
            }
            throw failure;
        }
    }

    /** A caller who was interrupted, or whose time is up, fails for reasons of its own. */
    private static boolean isOwnEnd() {
        return Thread.currentThread().isInterrupted() || Work.current().isLate();
    }

    private T join(CompletableFuture<T> flight, Supplier<T> late) {
        try {
            return flight.get(Work.current().atMost(patience).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException left) {
            return late.get();
        } catch (ExecutionException failed) {
            throw shared(flight.exceptionNow());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for another caller's fetch", e);
        }
    }

    private static RuntimeException shared(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
