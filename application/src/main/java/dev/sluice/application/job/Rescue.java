package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;

/** Frees the jobs of workers that died or hang: those whose lease has run out. Any worker may run it at any time. */
public final class Rescue {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final JobClaims claims;
    private final JobSettlement settlement;

    public Rescue(Transactions transactions, JobClaims claims, JobSettlement settlement) {
        this.transactions = transactions;
        this.claims = claims;
        this.settlement = settlement;
    }

    /** @return whether there may be more to rescue at once */
    public boolean runOnce() {
        List<ClaimedJob> orphans = transactions.call(() -> claims.orphans(BATCH));
        orphans.forEach(this::rescue);
        if (orphans.isEmpty()) {
            claims.forgetLapsedWorkers();
        }
        return orphans.size() == BATCH;
    }

    /** In a transaction of its own, so that one orphan that cannot be settled does not hold up the others. */
    private void rescue(ClaimedJob orphan) {
        try {
            settlement.settleOrphan(orphan);
        } catch (RetryableFailure unanswered) {
            throw unanswered;
        } catch (RuntimeException failure) {
            settlement.buryOrphan(orphan, failure);
        }
    }
}
