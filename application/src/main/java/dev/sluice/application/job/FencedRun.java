package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobProgress;
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
            requireHeld(claims.lock(job));
            return work.get();
        });
    }

    @Override
    public boolean isLastAttempt() {
        return !job.retry().allowsAnotherAfter(job.attempt());
    }

    @Override
    public void progress(JobProgress progress) {
        requireHeld(claims.progress(job, progress));
    }

    @Override
    public void log(String line) {
        requireHeld(claims.log(job, line));
    }

    private void requireHeld(boolean held) {
        if (!held) {
            throw new LostClaimException(job.dispatch());
        }
    }
}
