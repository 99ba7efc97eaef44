package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.rate.Allowance;
import dev.sluice.domain.rate.RequestKind;
import dev.sluice.domain.rate.Spending;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one requester may still do in this process. Of several threads that find nothing booked one asks Redis, and the
 * others wait for what it gets, but not long. Safe for use by many threads.
 */
final class Account {

    /** A block is at most so small a part of what is allowed. */
    private static final int BLOCKS = 20;

    private final Allowance allowance;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private final ReentrantLock booking = new ReentrantLock();
    private volatile Block block;
    /** Until when Redis, which could not be asked, is not asked again. */
    private volatile long uncountedUntilNanos;
    /** Writes that Redis knows nothing of; guarded by this. */
    private Block uncounted;

    /** @param nanoTime a clock that only measures spans, such as {@link System#nanoTime} */
    Account(Allowance allowance, Patience patience, LongSupplier nanoTime) {
        this.allowance = allowance;
        this.patience = patience;
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        this.block = Block.none(now);
        this.uncounted = Block.none(now);
        this.uncountedUntilNanos = now;
    }

    /**
     * How long one waits.
     *
     * @param budget for another thread's booking
     * @param pause until Redis is asked again that could not be
     */
    record Patience(Duration budget, Duration pause) {}

    /**
     * What comes of a request.
     *
     * @param book books so many in Redis and waits for that; empty if Redis could not be asked
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Spending spend(RequestKind kind, LongFunction<Optional<Block>> book) {
        long now = nanoTime.getAsLong();
        Spending spent = block.spend(now);
        if (spent == null && !isUncounted(now)) {
            spent = spendInTurn(book);
        }
        return spent == null ? spendUncounted(kind) : spent;
    }

    private boolean isUncounted(long nowNanos) {
        return nowNanos - uncountedUntilNanos < 0;
    }

    /** What comes of it, or null if Redis does not say so in time. */
    private @Nullable Spending spendInTurn(LongFunction<Optional<Block>> book) {
        if (!isMyTurn()) {
            return null;
        }
        try {
            long now = nanoTime.getAsLong();
            Spending spent = block.spend(now);
            return spent == null && !isUncounted(now) ? spendNext(book, now) : spent;
        } finally {
            booking.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return booking.tryLock(patience.budget().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for another request to be counted", e);
        }
    }

    /** Spends before others see the block, who might leave nothing of it. */
    private @Nullable Spending spendNext(LongFunction<Optional<Block>> book, long nowNanos) {
        long largest = Math.max(1, allowance.requests() / BLOCKS);
        Optional<Block> booked = book.apply(block.next(largest, nowNanos));
        long answered = nanoTime.getAsLong();
        if (booked.isEmpty()) {
            uncountedUntilNanos = answered + patience.pause().toNanos();
            return null;
        }
        Spending spent = booked.get().spend(answered);
        block = booked.get();
        return spent;
    }

    private Spending spendUncounted(RequestKind kind) {
        return switch (kind) {
            case READ -> new Spending.Uncounted();
            case WRITE -> spendUncountedWrite();
        };
    }

    private synchronized Spending spendUncountedWrite() {
        long now = nanoTime.getAsLong();
        Spending spent = uncounted.spend(now);
        if (spent != null) {
            return spent;
        }
        long end = now + allowance.window().toNanos();
        uncounted = new Block(allowance.uncounted().requests(), 0, end);
        return Objects.requireNonNull(uncounted.spend(now), "a new block has something to spend");
    }
}
