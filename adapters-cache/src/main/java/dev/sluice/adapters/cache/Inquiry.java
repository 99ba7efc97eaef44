package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that is found out on a thread of its own, so that whoever wants to know can leave when its time is up, whatever
 * the other side does: a time-out of a socket bounds a piece of an answer, not the answer, and not the way to it.
 *
 * @param <T> the type of what is found out
 */
final class Inquiry<T> {

    private final Future<T> task;

    private Inquiry(Future<T> task) {
        this.task = task;
    }

    /** One whose end is known already. */
    static <T> Inquiry<T> known(T found) {
        return new Inquiry<>(CompletableFuture.completedFuture(found));
    }

    static <T> Inquiry<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("redis-inquiry").start(task);
        return new Inquiry<>(task);
    }

    /**
     * What was found out, or empty if the budget is spent before.
     *
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Optional<T> await(Budget budget) {
        long begin = System.nanoTime();
        try {
            return Optional.of(task.get(budget.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("asking Redis has failed in an unforeseen way", unforeseen.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for Redis", e);
        } finally {
            budget.spend(Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
