package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Writes down how attempts ended, and lets what depends on the job follow in the same transaction. */
public final class JobSettlement {

    private static final System.Logger LOG = System.getLogger(JobSettlement.class.getName());

    private final Transactions transactions;
    private final JobClaims claims;
    private final JobFollowers followers;
    private final Metrics metrics;

    public JobSettlement(Transactions transactions, JobClaims claims, JobFollowers followers, Metrics metrics) {
        this.transactions = transactions;
        this.claims = claims;
        this.followers = followers;
        this.metrics = metrics;
    }

    /** Settles an attempt. That its claim is lost is an outcome like others: it is counted and nothing is written. */
    void settle(ClaimedJob job, JobOutcome outcome) {
        String settled = transactions.call(() -> write(job, outcome));
        metrics.count("job.attempts", "type", job.type(), "outcome", settled);
    }

    private String write(ClaimedJob job, JobOutcome outcome) {
        return switch (outcome) {
            case JobOutcome.Done done -> finish(job, JobState.SUCCEEDED, claims.succeed(job));
            case JobOutcome.Retry retry -> retryOrBury(job, job.retry().backoff(), retry.reason());
            case JobOutcome.Abandon abandon -> finish(job, JobState.DEAD, claims.bury(job, abandon.reason()));
        };
    }

    /** Settles an attempt whose worker is gone: the next one is due at once. */
    void settleOrphan(ClaimedJob job) {
        String settled = transactions.call(() -> retryOrBury(job, Duration.ZERO, "the worker stopped"));
        metrics.count("job.rescues", "type", job.type(), "outcome", settled);
    }

    /** Gives a job up that cannot be settled as it ended, without letting anything follow, which may be what failed. */
    void bury(ClaimedJob job, Throwable failure) {
        String reason = "its settlement failed: " + failure.getClass().getName();
        LOG.log(Level.ERROR, "job {0} is given up, {1}", job.dispatch().job().value(), reason);
        boolean held = transactions.call(() -> claims.bury(job, reason));
        metrics.count("job.attempts", "type", job.type(), "outcome", held ? "unsettled" : "lost");
    }

    private String retryOrBury(ClaimedJob job, Duration backoff, String reason) {
        if (job.retry().allowsAnotherAfter(job.attempt())) {
            return claims.retry(job, backoff, reason) ? "retrying" : "lost";
        }
        return finish(job, JobState.DEAD, claims.bury(job, reason));
    }

    private String finish(ClaimedJob job, JobState state, boolean held) {
        if (!held) {
            return "lost";
        }
        followers.follow(job.type(), job.payload(), state);
        return state == JobState.SUCCEEDED ? "succeeded" : "dead";
    }
}
