package dev.sluice.adapters.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A client that cannot be made before some server has told where the others are. It is made when it is first needed, on a
 * thread of its own, because asking one server after the other may take long: nobody waits for more than one of them.
 * After a failed attempt there is a pause, and there is never more than one attempt at a time. Safe for use by many
 * threads.
 *
 * @param <C> the type of the client
 */
final class LazyClient<C> implements AutoCloseable {

    private final Supplier<C> making;
    private final Consumer<C> closing;
    private final Duration patience;
    private final Breaker breaker;
    /** Empty once this is closed. */
    private final AtomicReference<@Nullable CompletableFuture<C>> latest =
            new AtomicReference<>(CompletableFuture.failedFuture(new JedisException("nobody was asked yet")));

    /**
     * @param making asks servers, each for a bounded time
     * @param closing ends a client
     * @param patience for how long a caller waits for an attempt
     * @param pause after a failed attempt
     */
    LazyClient(Supplier<C> making, Consumer<C> closing, Duration patience, Duration pause) {
        this.making = making;
        this.closing = closing;
        this.patience = patience;
        this.breaker = new Breaker(pause, System::nanoTime);
    }

    /** @throws JedisException if no server could be asked in time, or none could a moment ago */
    C get() {
        try {
            return attempt().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new JedisConnectionException("no server tells where to find Redis", failed.getCause());
        } catch (TimeoutException slow) {
            throw new JedisConnectionException("no server tells within " + patience + " where to find Redis", slow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JedisException("interrupted while waiting to hear where to find Redis", e);
        }
    }

    /** Does something with the client if there is one; waits for nothing. */
    void ifMade(Consumer<C> action) {
        ifMade(latest.get(), action);
    }

    /** Whether there is a client of which this holds; waits for nothing. */
    boolean isMade(Predicate<C> condition) {
        CompletableFuture<C> attempt = latest.get();
        return attempt != null && attempt.state() == Future.State.SUCCESS && condition.test(attempt.resultNow());
    }

    private void ifMade(@Nullable CompletableFuture<C> attempt, Consumer<C> action) {
        if (attempt != null && attempt.state() == Future.State.SUCCESS) {
            action.accept(attempt.resultNow());
        }
    }

    /** Closes the client and has another made for the next caller, unless that was done already. */
    void replace(C client) {
        CompletableFuture<C> known = latest.get();
        ifMade(known, made -> {
            if (made.equals(client) && latest.compareAndSet(known, CompletableFuture.failedFuture(outdated()))) {
                closing.accept(client);
            }
        });
    }

    /** The latest attempt, or a new one if that has failed long enough ago. */
    private CompletableFuture<C> attempt() {
        CompletableFuture<C> known = latest.get();
        if (known == null) {
            throw closed();
        }
        if (!known.isCompletedExceptionally() || !breaker.allows()) {
            return known;
        }
        CompletableFuture<C> fresh = new CompletableFuture<>();
        if (!latest.compareAndSet(known, fresh)) {
            return attempt();
        }
        Thread.ofVirtual().name("redis-client").start(() -> make(fresh));
        return fresh;
    }

    private void make(CompletableFuture<C> attempt) {
        try {
            C client = making.get();
            if (!attempt.complete(client)) {
                closing.accept(client);
            }
        } catch (Throwable failure) {
            breaker.open();
            attempt.completeExceptionally(failure);
        }
    }

    /** A client that is still being made is closed once it is. */
    @Override
    public void close() {
        CompletableFuture<C> last = latest.getAndSet(null);
        if (last != null && !last.completeExceptionally(closed())) {
            ifMade(last, closing);
        }
    }

    private static JedisException outdated() {
        return new JedisConnectionException("Redis has moved to another server");
    }

    private static JedisException closed() {
        return new JedisConnectionException("the connections to Redis are closed");
    }
}
