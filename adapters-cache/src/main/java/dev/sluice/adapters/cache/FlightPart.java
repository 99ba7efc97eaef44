package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One caller's part in work that several share. The work is over before those who wait hear of it: one who then tries
 * again does not meet the old failure.
 *
 * @param <T> what the work yields
 */
final class FlightPart<T> {

    private final boolean leads;
    private final CompletableFuture<T> landing;
    private final Runnable over;

    /** @param over makes the next caller begin anew */
    FlightPart(boolean leads, CompletableFuture<T> landing, Runnable over) {
        this.leads = leads;
        this.landing = landing;
        this.over = over;
    }

    /** Whether this caller does the work. */
    boolean leads() {
        return leads;
    }

    void land(T result) {
        over.run();
        landing.complete(result);
    }

    /** Ends work that has brought nothing; nothing happens if it has. */
    void fail(Throwable failure) {
        over.run();
        if (isOwnEnd()) {
            landing.cancel(false);
        } else {
            landing.completeExceptionally(failure);
        }
    }

    /** A caller who was interrupted, or whose time is up, fails for reasons of its own. */
    private static boolean isOwnEnd() {
        return Thread.currentThread().isInterrupted() || Work.current().isLate();
    }

    /**
     * What the work brings, or its exception.
     *
     * @return empty after so long, and if whoever did the work has left it
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Optional<T> await(Duration patience) {
        try {
            return Optional.of(landing.get(Work.current().atMost(patience).toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException left) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw shared(landing.exceptionNow());
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
