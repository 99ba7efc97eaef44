package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is found out on a thread of its own, so that whoever wants to know can leave when its time is up, whatever
 * the other side does.
 *
 * @param <T> the type of what is found out
 */
final class Inquiry<T> {

    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("redis-inquiry").start(work);

    private final CompletableFuture<T> task;

    private Inquiry(CompletableFuture<T> task) {
        this.task = task;
    }

    static <T> Inquiry<T> begin(Supplier<T> work) {
        return new Inquiry<>(CompletableFuture.supplyAsync(work, THREADS));
    }

    /**
     * What was found out, or empty if it has not been after this time.
     *
     * @param afterwards is told what is found out when nobody waits for it any more, on a thread of its own
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Optional<T> await(Duration most, Consumer<T> afterwards) {
        try {
            return Optional.of(task.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            THREADS.execute(() -> afterwards.accept(task.join()));
            return Optional.empty();
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("asking Redis has failed in an unforeseen way", unforeseen.getCause());
        } catch (InterruptedException e) {
            THREADS.execute(() -> afterwards.accept(task.join()));
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for Redis", e);
        }
    }
}
