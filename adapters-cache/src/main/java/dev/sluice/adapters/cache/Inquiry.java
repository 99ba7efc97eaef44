package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that is found out on a thread of its own, so that whoever wants to know can leave when its time is up, whatever
 * the other side does.
 *
 * @param <T> the type of what is found out
 */
final class Inquiry<T> {

    private final Future<T> task;

    private Inquiry(Future<T> task) {
        this.task = task;
    }

    static <T> Inquiry<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("redis-inquiry").start(task);
        return new Inquiry<>(task);
    }

    /**
     * What was found out, or empty if it has not been after this time.
     *
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Optional<T> await(Duration most) {
        try {
            return Optional.of(task.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("asking Redis has failed in an unforeseen way", unforeseen.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for Redis", e);
        }
    }
}
