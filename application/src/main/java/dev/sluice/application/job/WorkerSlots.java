package dev.sluice.application.job;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many jobs a worker may run, and how many it may have claimed: as many again may have ended and wait to be settled,
 * so that the next begin meanwhile. Safe for use by many threads.
 */
final class WorkerSlots {

    private final int concurrency;
    private final Semaphore slots;
    private final Semaphore claims;

    WorkerSlots(int concurrency) {
        this.concurrency = concurrency;
        this.slots = new Semaphore(concurrency);
        this.claims = new Semaphore(2 * concurrency);
    }

    /** How many jobs run at a time. */
    int concurrency() {
        return concurrency;
    }

    /**
     * Takes free slots.
     *
     * @param patience how long to wait for the first
     * @return how many, which may be none
     */
    int acquire(int wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        if (wanted == 0 || !slots.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS) || !claimBy(deadline)) {
            return 0;
        }
        int more = take(slots, wanted - 1);
        int claimable = take(claims, more);
        slots.release(more - claimable);
        return 1 + claimable;
    }

    /** Needs a slot, and gives it back if no claim is to be had in time, or the wait is interrupted. */
    private boolean claimBy(long deadline) throws InterruptedException {
        boolean claimed = false;
        try {
            claimed = claims.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            if (!claimed) {
                slots.release();
            }
        }
        return claimed;
    }

    private static int take(Semaphore permits, int most) {
        int free = permits.drainPermits();
        int taken = Math.min(free, most);
        permits.release(free - taken);
        return taken;
    }

    /** Gives back slots that have not been used. */
    void release(int unused) {
        slots.release(unused);
        claims.release(unused);
    }

    /** A job has ended: another may begin. */
    void ended() {
        slots.release();
    }

    /** A job that had ended is settled. */
    void settled() {
        claims.release();
    }

    /** Waits until a job could begin. */
    void awaitFree() throws InterruptedException {
        claims.acquire();
        claims.release();
        slots.acquire();
        slots.release();
    }

    /**
     * Waits until all jobs have ended and are settled.
     *
     * @return whether they are in time
     */
    boolean awaitIdle(Duration deadline) throws InterruptedException {
        int all = 2 * concurrency;
        boolean idle = claims.tryAcquire(all, deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            claims.release(all);
        }
        return idle;
    }
}
