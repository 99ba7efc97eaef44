package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;

/** Writes down how attempts ended, and lets what depends on the job follow in the same transaction. */
public final class JobSettlement {

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

    /** Settles an attempt whose worker is gone: the next one is due at once. Needs the transaction that locked the claim. */
    void settleOrphan(ClaimedJob job) {
        String settled = retryOrBury(job, Duration.ZERO, "the worker stopped");
        metrics.count("job.rescues", "type", job.type(), "outcome", settled);
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
