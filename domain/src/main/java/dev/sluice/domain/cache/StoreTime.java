package dev.sluice.domain.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * For how long the reads of one request have waited for the store that all processes share, all in all: a slow store costs
 * a request a bounded time once, however many values it reads. What runs within {@link #shared} has one; each read outside
 * has its own. Safe for use by many threads.
 */
public final class StoreTime {

    private static final ScopedValue<StoreTime> SHARED = ScopedValue.newInstance();

    private final AtomicLong nanos = new AtomicLong();

    /** Does the work of one request. Within another's it belongs to that. */
    public static <T, X extends Throwable> T shared(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return SHARED.isBound()
                ? work.call()
                : ScopedValue.where(SHARED, new StoreTime()).call(work);
    }

    /** That of the request that this thread works for, or a new one. */
    public static StoreTime current() {
        return SHARED.isBound() ? SHARED.get() : new StoreTime();
    }

    public Duration waited() {
        return Duration.ofNanos(nanos.get());
    }

    public void add(Duration waiting) {
        nanos.addAndGet(waiting.toNanos());
    }
}
