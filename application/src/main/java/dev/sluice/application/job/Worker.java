package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.metric.Metrics;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs the jobs that the broker delivers, as many at a time as it has slots, each on a virtual thread. */
public final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final JobClaims claims;
    private final WorkerLease lease;
    private final JobAttempt attempt;
    private final JobSettlement settlement;
    private final Metrics metrics;
    private final int concurrency;
    private final Semaphore slots;
    private final Set<Dispatch> begun = ConcurrentHashMap.newKeySet();

    public Worker(
            JobClaims claims,
            WorkerLease lease,
            JobAttempt attempt,
            JobSettlement settlement,
            Metrics metrics,
            int concurrency) {
        this.claims = claims;
        this.lease = lease;
        this.attempt = attempt;
        this.settlement = settlement;
        this.metrics = metrics;
        this.concurrency = concurrency;
        this.slots = new Semaphore(concurrency);
    }

    /** How many jobs it runs at a time. */
    public int concurrency() {
        return concurrency;
    }

    /**
     * Waits for a free slot, claims the job and begins it. Once this returns, the claim has committed or is known to be
     * lost, so the message may be acknowledged.
     *
     * @throws InterruptedException if the worker stops before the job is claimed
     */
    public void take(Dispatch dispatch) throws InterruptedException {
        slots.acquire();
        boolean taken = false;
        try {
            taken = begin(dispatch);
        } finally {
            if (!taken) {
                slots.release();
            }
        }
        if (!taken) {
            metrics.count("job.claims", "outcome", "lost");
        }
    }

    /** A message that arrives twice is dropped while its job runs here: a claim of our own would be given to us again. */
    private boolean begin(Dispatch dispatch) throws InterruptedException {
        if (!begun.add(dispatch)) {
            return false;
        }
        boolean started = false;
        try {
            lease.awaitHeld();
            WorkerId claimant = lease.holder();
            Optional<ClaimedJob> job = claim(dispatch, claimant);
            job.ifPresent(claimed -> start(claimed, claimant));
            started = job.isPresent();
        } finally {
            if (!started) {
                begun.remove(dispatch);
            }
        }
        return started;
    }

    /** Asks until the database has answered: a claim whose answer was lost would bind the job to this worker. */
    private Optional<ClaimedJob> claim(Dispatch dispatch, WorkerId claimant) throws InterruptedException {
        while (true) {
            try {
                return claims.claim(dispatch, claimant);
            } catch (RetryableFailure unanswered) {
                Thread.sleep(ASK_AGAIN_AFTER);
            }
        }
    }

    private void start(ClaimedJob job, WorkerId claimant) {
        Thread.ofVirtual().name("job-" + job.dispatch().job().value()).start(() -> {
            try {
                settle(job, lease.guard(claimant, () -> attempt.run(job)));
            } finally {
                begun.remove(job.dispatch());
                slots.release();
            }
        });
    }

    /**
     * Settles until the database has answered: while the lease is renewed nobody else would free the job, and once it
     * is not, the claim is lost and the settlement says so.
     */
    private void settle(ClaimedJob job, JobOutcome outcome) {
        while (!settled(job, outcome)) {
            try {
                Thread.sleep(ASK_AGAIN_AFTER);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean settled(ClaimedJob job, JobOutcome outcome) {
        try {
            settlement.settle(job, outcome);
            return true;
        } catch (RetryableFailure unanswered) {
            LOG.log(
                    Level.WARNING,
                    "job {0} is not settled yet: {1}",
                    job.dispatch().job().value(),
                    unanswered.getMessage());
            return false;
        } catch (RuntimeException | Error failure) {
            return buried(job, failure);
        }
    }

    private boolean buried(ClaimedJob job, Throwable failure) {
        try {
            settlement.bury(job, failure);
            return true;
        } catch (RuntimeException | Error again) {
            return false;
        }
    }

    /**
     * Waits for the running jobs to end.
     *
     * @return whether all ended in time
     */
    boolean drain(Duration deadline) throws InterruptedException {
        return slots.tryAcquire(concurrency, deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
}
