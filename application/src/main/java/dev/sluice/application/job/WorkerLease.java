package dev.sluice.application.job;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A worker's lease on everything it runs, kept by a heartbeat. The database's clock decides about it; the worker
 * measures only how long ago its last heartbeat began, and stops its handlers well before the lease can have run out.
 */
public final class WorkerLease {

    private static final System.Logger LOG = System.getLogger(WorkerLease.class.getName());

    private final JobClaims claims;
    private final WorkerOffer offer;
    private final RunningJobs running;
    private final Duration duration;
    private final LongSupplier nanoTime;

    private volatile WorkerId holder = WorkerId.random();
    private volatile boolean held;
    private volatile long renewedAt;

    /**
     * @param duration how long the lease runs from each heartbeat
     * @param nanoTime a clock that only measures spans, in nanoseconds
     */
    public WorkerLease(
            JobClaims claims, WorkerOffer offer, RunningJobs running, Duration duration, LongSupplier nanoTime) {
        this.claims = claims;
        this.offer = offer;
        this.running = running;
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
            claims.register(beating, offer, duration);
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

    /** The new identity comes first: an attempt that begins meanwhile sees it or is interrupted with the others. */
    private synchronized void giveUp(WorkerId former) {
        if (former.equals(holder)) {
            held = false;
            holder = WorkerId.random();
            running.stopClaimsOf(former);
        }
    }

    /**
     * Interrupts the attempts whose claims are lost: their jobs were cancelled, or rescued as orphans.
     *
     * @return false: the next look can wait
     */
    boolean watchClaims() {
        Set<Dispatch> attempts = running.dispatches();
        if (!attempts.isEmpty()) {
            running.stop(claims.lost(attempts));
        }
        return false;
    }

    /** Ends the lease: whatever still runs is interrupted and free for rescue. */
    void end() {
        WorkerId ended = holder;
        giveUp(ended);
        claims.leave(ended);
    }
}
