package dev.sluice.adapters.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers away from a Redis that has just failed, so that a hung one does not cost each of them its time-out.
 * After a failure it refuses for a while, and then lets one caller through at a time to see whether Redis is back. Safe
 * for use by many threads; waits for nothing.
 */
final class Breaker {

    private final long pauseNanos;
    private final LongSupplier nanoTime;
    /** Empty while Redis works. */
    private final AtomicReference<@Nullable Pause> pause = new AtomicReference<>();

    /** @param nanoTime a clock that never goes back, such as {@link System#nanoTime} */
    Breaker(Duration pause, LongSupplier nanoTime) {
        this.pauseNanos = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether Redis may be asked now. One caller wins each pause's end; for all others the pause starts anew. */
    boolean allows() {
        Pause current = pause.get();
        return current == null || (current.isOver(nanoTime.getAsLong()) && pause.compareAndSet(current, fresh()));
    }

    boolean isOpen() {
        return pause.get() != null;
    }

    /** Notes that Redis answered; true if it had failed before. */
    boolean close() {
        return pause.get() != null && pause.getAndSet(null) != null;
    }

    /** Notes that Redis failed; true if it had worked before. */
    boolean open() {
        return pause.getAndSet(fresh()) == null;
    }

    private Pause fresh() {
        return new Pause(nanoTime.getAsLong() + pauseNanos);
    }

    private record Pause(long end) {

        boolean isOver(long now) {
            return now - end >= 0;
        }
    }
}
