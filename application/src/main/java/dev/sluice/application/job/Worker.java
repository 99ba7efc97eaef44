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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs the jobs that the broker delivers, as many at a time as it has slots, each on a virtual thread. */
public final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration SETTLE_AGAIN_AFTER = Duration.ofSeconds(1);

    private final JobClaims claims;
    private final WorkerLease lease;
    private final JobAttempt attempt;
    private final JobSettlement settlement;
    private final Metrics metrics;
    private final int concurrency;
    private final Semaphore slots;

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
     * @throws RetryableFailure if the database is out of reach: drop the message, the record sends another
     * @throws InterruptedException if the worker stops before the job is claimed
     */
    public void take(Dispatch dispatch) throws InterruptedException {
        slots.acquire();
        WorkerId claimant = lease.holder();
        Optional<ClaimedJob> job = Optional.empty();
        try {
            job = claims.claim(dispatch, claimant);
        } finally {
            if (job.isEmpty()) {
                slots.release();
            }
        }
        job.ifPresentOrElse(claimed -> start(claimed, claimant), () -> metrics.count("job.claims", "outcome", "lost"));
    }

    private void start(ClaimedJob job, WorkerId claimant) {
        Thread.ofVirtual().name("job-" + job.dispatch().job().value()).start(() -> {
            try {
                settle(job, lease.guard(claimant, () -> attempt.run(job)));
            } finally {
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
                Thread.sleep(SETTLE_AGAIN_AFTER);
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
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    Level.WARNING,
                    "job {0} is not settled yet: {1}",
                    job.dispatch().job().value(),
                    failure.getClass().getName());
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
