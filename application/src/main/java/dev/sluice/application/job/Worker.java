package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.WorkerId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the jobs that the broker delivers, as many at a time as it has slots.
 *
 * <p>Each runs on a platform thread: their number is bounded, an interruption does not close the connection that a
 * statement is under way on, and handlers that load a class at the same time cannot stall each other, which on a few
 * carriers of virtual threads they could for good.
 */
public final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    private final JobClaims claims;
    private final WorkerLease lease;
    private final RunningJobs running;
    private final JobAttempt attempt;
    private final Settler settler;
    private final Refunds refunds;
    private final JobMeters meters;
    private final WorkerSlots slots;
    private final Set<Dispatch> begun = ConcurrentHashMap.newKeySet();

    /** A thread for each slot, and one that settles. */
    private final JobThreads threads;

    public Worker(
            WorkerLease lease,
            RunningJobs running,
            Claiming claiming,
            JobAttempt attempt,
            Settler settler,
            int concurrency) {
        this.claims = claiming.claims();
        this.refunds = claiming.refunds();
        this.meters = claiming.meters();
        this.lease = lease;
        this.running = running;
        this.attempt = attempt;
        this.settler = settler;
        this.slots = new WorkerSlots(concurrency);
        this.threads = new JobThreads(concurrency + 1);
    }

    /** How many jobs it runs at a time. */
    public int concurrency() {
        return slots.concurrency();
    }

    /**
     * Claims as many of the jobs as slots are free and begins them. Once this returns, their claims have committed or are
     * known to be lost, so their messages may be acknowledged.
     *
     * @param patience how long to wait for the first free slot
     * @return those that there was no slot for
     * @throws InterruptedException if the worker stops before the jobs are claimed
     */
    public List<Dispatch> take(List<Dispatch> dispatches, Duration patience) throws InterruptedException {
        int free = slots.acquire(dispatches.size(), patience);
        int used = 0;
        try {
            used = begin(dispatches.subList(0, free));
        } finally {
            slots.release(free - used);
        }
        return List.copyOf(dispatches.subList(free, dispatches.size()));
    }

    /** A message that arrives twice is dropped while its job runs here: a claim of our own would be given to us again. */
    private int begin(List<Dispatch> dispatches) throws InterruptedException {
        List<Dispatch> fresh = dispatches.stream().filter(begun::add).toList();
        Set<Dispatch> unclaimed = new HashSet<>(fresh);
        try {
            lease.awaitHeld();
            WorkerId claimant = lease.holder();
            List<ClaimedJob> jobs = fresh.isEmpty() ? List.of() : claim(fresh, claimant);
            jobs.forEach(job -> unclaimed.remove(job.dispatch()));
            meters.lost(dispatches.size() - jobs.size());
            jobs.forEach(meters::begun);
            threads.run(
                    jobs.stream().<Runnable>map(job -> () -> run(job, claimant)).toList());
            return jobs.size();
        } finally {
            begun.removeAll(unclaimed);
        }
    }

    /** Asks until the database has answered: a claim whose answer was lost would bind the job to this worker. */
    private List<ClaimedJob> claim(List<Dispatch> dispatches, WorkerId claimant) throws InterruptedException {
        while (true) {
            try {
                return claims.claim(dispatches, claimant);
            } catch (RetryableFailure unanswered) {
                Thread.sleep(settler.askAgainAfter());
            }
        }
    }

    private void run(ClaimedJob job, WorkerId claimant) {
        try {
            runAndNote(job, claimant);
            settler.settle();
        } catch (InterruptedException stopped) {
            // The worker gives up what is not settled, and whoever rescues its jobs settles them.
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens, the slot is free afterwards. */
    private void runAndNote(ClaimedJob job, WorkerId claimant) {
        boolean noted = false;
        try {
            RunningJobs.Attempt run = running.begin(job, claimant);
            if (!claimant.equals(lease.holder())) {
                // The lease lapsed between the claim and here.
                run.stop(RunningJobs.Stop.LEASE_LAPSED);
            }
            JobOutcome outcome = run.run(() -> attempt.run(job));
            if (run.goesBack(outcome)) {
                handBack(1, () -> claims.handBack(job));
            } else {
                settler.add(new EndedAttempt(job, run.told(outcome), run.took()), () -> forget(job));
                noted = true;
            }
        } finally {
            slots.ended();
            if (!noted) {
                forget(job);
            }
        }
    }

    private void forget(ClaimedJob job) {
        running.end(job.dispatch());
        begun.remove(job.dispatch());
        slots.settled();
    }

    /** Gives back dispatched jobs that it has no slot for. */
    public void handBack(Collection<Dispatch> dispatches) {
        handBack(dispatches.size(), () -> refunds.pay(claims.handBack(dispatches)));
    }

    /** Gives back what it still runs, though it has been interrupted: nothing that such an attempt writes counts now. */
    void handBackRunning() {
        running.unfinished().forEach(job -> handBack(1, () -> claims.handBack(job)));
    }

    /** What cannot be handed back now, the rescue or the dispatcher finds later. */
    private static void handBack(int jobs, Runnable handingBack) {
        try {
            handingBack.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "{0} jobs are not handed back: {1}",
                    jobs,
                    failure.getClass().getName());
        }
    }

    /** Waits until a job could begin. */
    public void awaitFreeSlot() throws InterruptedException {
        slots.awaitFree();
    }

    /**
     * Waits for the running jobs to end and to be settled.
     *
     * @return whether all were in time
     */
    boolean drain(Duration deadline) throws InterruptedException {
        return slots.awaitIdle(deadline);
    }
}
