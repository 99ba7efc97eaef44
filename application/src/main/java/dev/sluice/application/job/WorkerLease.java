package dev.sluice.application.job;

import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.WorkerId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A worker's lease on everything it runs, kept by a heartbeat. The database's clock decides about it; the worker
 * measures only how long ago its last heartbeat began, and stops its handlers well before the lease can have run out.
 */
public final class WorkerLease {

    private static final System.Logger LOG = System.getLogger(WorkerLease.class.getName());

    private final JobClaims claims;
    private final Duration duration;
    private final LongSupplier nanoTime;
    private final Set<Thread> handlers = ConcurrentHashMap.newKeySet();

    private volatile WorkerId holder = WorkerId.random();
    private volatile boolean held;
    private volatile long renewedAt;

    /**
     * @param duration how long the lease runs from each heartbeat
     * @param nanoTime a clock that only measures spans, in nanoseconds
     */
    public WorkerLease(JobClaims claims, Duration duration, LongSupplier nanoTime) {
        this.claims = claims;
        this.duration = duration;
        this.nanoTime = nanoTime;
    }

    /** Who claims jobs now. */
    WorkerId holder() {
        return holder;
    }

    /** Waits until the lease is held: whoever claims before finds nothing. */
    synchronized void awaitHeld() throws InterruptedException {
        while (!held) {
            wait();
        }
    }

    /** Whether the last heartbeat found the lease running. */
    public boolean isHeld() {
        return held;
    }

    /**
     * Beats once: takes the lease if it is not held, renews it if it is. Called by one thread.
     *
     * @return false: the next beat can wait
     */
    public boolean runOnce() {
        long begun = nanoTime.getAsLong();
        try {
            beat(begun);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "the heartbeat failed: {0}",
                    failure.getClass().getName());
            check();
        }
        return false;
    }

    private void beat(long begun) {
        WorkerId beating = holder;
        if (held && !claims.renew(beating, duration)) {
            lapse(beating);
        }
        if (!held) {
            beating = holder;
            claims.register(beating, duration);
        }
        hold(beating, begun);
    }

    private synchronized void hold(WorkerId renewed, long since) {
        if (renewed.equals(holder)) {
            renewedAt = since;
            held = true;
            notifyAll();
        }
    }

    /**
     * Gives the lease up if its last renewal began two thirds of it ago. Apart from the heartbeat, which may hang.
     *
     * @return false: the next check can wait
     */
    boolean check() {
        WorkerId checked = holder;
        if (held && nanoTime.getAsLong() - renewedAt > duration.toNanos() * 2 / 3) {
            lapse(checked);
        }
        return false;
    }

    private void lapse(WorkerId lapsed) {
        LOG.log(Level.WARNING, "the lease of worker {0} has lapsed: its jobs are given up", lapsed.value());
        giveUp(lapsed);
    }

    /** The new identity comes first: a handler that begins meanwhile sees it or is interrupted with the others. */
    private synchronized void giveUp(WorkerId former) {
        if (former.equals(holder)) {
            held = false;
            holder = WorkerId.random();
            handlers.forEach(Thread::interrupt);
        }
    }

    /**
     * Runs a handler on this thread so that it is interrupted if the lease lapses, or has lapsed since the claim.
     *
     * @param claimant who claimed the job
     */
    <T> T guard(WorkerId claimant, Supplier<T> handler) {
        handlers.add(Thread.currentThread());
        try {
            if (!claimant.equals(holder)) {
                Thread.currentThread().interrupt();
            }
            return handler.get();
        } finally {
            handlers.remove(Thread.currentThread());
            // An interruption was meant for the handler, not for what settles it.
            Thread.interrupted();
        }
    }

    /** Ends the lease: whatever still runs is interrupted and free for rescue. */
    void end() {
        WorkerId ended = holder;
        giveUp(ended);
        claims.leave(ended);
    }
}
