package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.LostClaimException;
import dev.sluice.domain.transaction.Transactions;
import java.util.function.Supplier;

/** An attempt whose transactions all lock the job's row first. */
final class FencedRun implements JobRun {

    private final ClaimedJob job;
    private final JobClaims claims;
    private final Transactions transactions;

    FencedRun(ClaimedJob job, JobClaims claims, Transactions transactions) {
        this.job = job;
        this.claims = claims;
        this.transactions = transactions;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.call(() -> {
            if (!claims.lock(job)) {
                throw new LostClaimException(job.dispatch());
            }
            return work.get();
        });
    }
}
