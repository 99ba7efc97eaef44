package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
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

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final Consumer<T> unheard;

    private Inquiry(Consumer<T> unheard) {
        this.unheard = unheard;
    }

    /** @param unheard is told what is found out if whoever wanted to know has left, on a thread that may wait */
    static <T> Inquiry<T> begin(Supplier<T> work, Consumer<T> unheard) {
        Inquiry<T> inquiry = new Inquiry<>(unheard);
        THREADS.execute(() -> inquiry.run(work));
        return inquiry;
    }

    private void run(Supplier<T> work) {
        try {
            T found = work.get();
            if (!answer.complete(found)) {
                unheard.accept(found);
            }
        } catch (RuntimeException | Error unforeseen) {
            answer.completeExceptionally(unforeseen);
        }
    }

    /**
     * What was found out, or empty if it has not been after this time, which leaves.
     *
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Optional<T> await(Duration most) {
        try {
            return Optional.of(answer.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return answer.cancel(false) ? Optional.empty() : await(Duration.ZERO);
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("asking Redis has failed in an unforeseen way", unforeseen.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for Redis", e);
        }
    }

    /** Nobody makes anything of what is found out, or has been. */
    void leave() {
        if (!answer.cancel(false) && answer.state() == Future.State.SUCCESS) {
            THREADS.execute(() -> unheard.accept(answer.resultNow()));
        }
    }
}
