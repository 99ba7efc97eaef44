package dev.sluice.adapters.cache;

import dev.sluice.domain.rate.Allowance;
import dev.sluice.domain.rate.RequestKind;
import dev.sluice.domain.rate.Spending;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one requester may still do in this process. Of several threads that find nothing booked one asks Redis, and the
 * others wait for what it gets. Safe for use by many threads.
 */
final class Account {

    /** A block is at most so small a part of what is allowed. */
    private static final int BLOCKS = 20;

    private final Allowance allowance;
    private final ReentrantLock booking = new ReentrantLock();
    private volatile Block block;
    /** Until when Redis, which could not be asked, is not asked again. */
    private volatile long uncountedUntilNanos;
    /** Writes that Redis knows nothing of; guarded by the lock. */
    private Block uncounted;

    Account(Allowance allowance, long nowNanos) {
        this.allowance = allowance;
        this.block = Block.none(nowNanos);
        this.uncounted = Block.none(nowNanos);
        this.uncountedUntilNanos = nowNanos;
    }

    /** What comes of a request as far as it can be told without Redis and without waiting, or null. */
    @Nullable
    Spending spendAtOnce(RequestKind kind, long nowNanos) {
        Spending spent = block.spend(nowNanos);
        return spent == null && kind == RequestKind.READ && isUncounted(nowNanos) ? new Spending.Uncounted() : spent;
    }

    /**
     * What comes of a request of which that cannot be told at once.
     *
     * @param book books so many; empty if Redis could not be asked
     * @param pause for how long it is not asked again then
     */
    Spending spend(RequestKind kind, LongFunction<Optional<Block>> book, Duration pause, long nowNanos) {
        booking.lock();
        try {
            Spending spent = block.spend(nowNanos);
            if (spent == null && !isUncounted(nowNanos)) {
                spent = spendNext(book, pause, nowNanos);
            }
            return spent == null ? spendUncounted(kind, nowNanos) : spent;
        } finally {
            booking.unlock();
        }
    }

    private boolean isUncounted(long nowNanos) {
        return nowNanos - uncountedUntilNanos < 0;
    }

    /** Spends before others see the block, who might leave nothing of it. */
    private @Nullable Spending spendNext(LongFunction<Optional<Block>> book, Duration pause, long nowNanos) {
        long largest = Math.max(1, allowance.requests() / BLOCKS);
        Optional<Block> booked = book.apply(block.next(largest, nowNanos));
        if (booked.isEmpty()) {
            uncountedUntilNanos = nowNanos + pause.toNanos();
            return null;
        }
        Spending spent = booked.get().spend(nowNanos);
        block = booked.get();
        return spent;
    }

    private Spending spendUncounted(RequestKind kind, long nowNanos) {
        return switch (kind) {
            case READ -> new Spending.Uncounted();
            case WRITE -> spendUncountedWrite(nowNanos);
        };
    }

    private Spending spendUncountedWrite(long nowNanos) {
        Spending spent = uncounted.spend(nowNanos);
        if (spent != null) {
            return spent;
        }
        long end = nowNanos + allowance.window().toNanos();
        uncounted = new Block(allowance.uncounted().requests(), 0, end);
        return Objects.requireNonNull(uncounted.spend(nowNanos), "a new block has something to spend");
    }
}
