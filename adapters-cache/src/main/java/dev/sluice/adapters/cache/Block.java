package dev.sluice.adapters.cache;

import dev.sluice.domain.rate.Spending;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Requests of one window that are booked in Redis, for this process to hand out. Safe for use by many threads. */
final class Block {

    private final AtomicLong left;
    private final long size;
    private final long leftInRedis;
    private final long endNanos;

    /**
     * @param size how many requests were booked
     * @param leftInRedis how many the window had beyond them
     * @param endNanos when the window ends
     */
    Block(long size, long leftInRedis, long endNanos) {
        this.left = new AtomicLong(size);
        this.size = size;
        this.leftInRedis = leftInRedis;
        this.endNanos = endNanos;
    }

    /** One of a window that is over. */
    static Block none(long nowNanos) {
        return new Block(0, 0, nowNanos);
    }

    /** What comes of a request, or null if another block must be booked to tell. */
    @Nullable
    Spending spend(long nowNanos) {
        long nanos = endNanos - nowNanos;
        if (nanos <= 0) {
            return null;
        }
        long after = left.get() > 0 ? left.decrementAndGet() : -1;
        if (after >= 0) {
            return new Spending.Allowed(after + leftInRedis, Duration.ofNanos(nanos));
        }
        return leftInRedis > 0 ? null : new Spending.Refused(Duration.ofNanos(nanos));
    }

    /**
     * How many to book next: twice as many as before in the same window, so that who asks little is booked little ahead,
     * and who asks much asks Redis seldom.
     */
    long next(long largest, long nowNanos) {
        return endNanos - nowNanos <= 0 ? 1 : Math.clamp(2 * size, 1, largest);
    }
}
