package dev.sluice.adapters.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
     * @throws dev.sluice.domain.failure.RetryableFailure if the thread is interrupted while it waits; it stays marked as
     *     interrupted
     */
    T run(K key, long after, Supplier<T> work, Supplier<T> late) {
        FlightPart<T> part = enter(key, after);
        return part.leads() ? lead(part, work) : part.await(patience).orElseGet(late);
    }

    /** Takes part in the work under a key: who leads does it and must end it, and the others wait for that. */
    FlightPart<T> enter(K key, long after) {
        Flight<T> own = new Flight<>(new CompletableFuture<>(), System.nanoTime());
        Flight<T> running = flights.merge(key, own, (old, young) -> old.beganNanos() - after > 0 ? old : young);
        return new FlightPart<>(running.equals(own), running.landing(), () -> flights.remove(key, running));
    }

    boolean isIdle() {
        return flights.isEmpty();
    }

    private T lead(FlightPart<T> part, Supplier<T> work) {
        try {
            T result = work.get();
            part.land(result);
            return result;
        } catch (Throwable failure) {
            part.fail(failure);
            throw failure;
        }
    }
}
