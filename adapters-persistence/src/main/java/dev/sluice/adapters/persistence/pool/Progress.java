package dev.sluice.adapters.persistence.pool;

import java.time.Duration;

/** Whether connections come back. Used under the admission's lock; times are by {@link System#nanoTime}. */
final class Progress {

    private final long stall;
    private long last = System.nanoTime();
    private boolean hangs;

    /** @param stall after how long without any coming back the database stands still */
    Progress(Duration stall) {
        this.stall = stall.toNanos();
    }

    /** One was given out. */
    void began(long now) {
        last = now;
    }

    /** One came back. */
    void ended(long now) {
        last = now;
        hangs = false;
    }

    /** One could not be given out though there was room, which tells the same as a long wait. */
    void failed() {
        hangs = true;
    }

    /** In how many nanoseconds the database will seem to stand still if nothing happens; it does if not positive. */
    long stallsIn(long now) {
        return hangs ? 0 : last + stall - now;
    }
}
