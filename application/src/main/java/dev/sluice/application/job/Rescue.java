package dev.sluice.application.job;

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
    boolean runOnce() {
        int rescued = transactions.call(this::rescue);
        if (rescued == 0) {
            claims.forgetLapsedWorkers();
        }
        return rescued == BATCH;
    }

    private int rescue() {
        List<ClaimedJob> orphans = claims.orphans(BATCH);
        orphans.forEach(settlement::settleOrphan);
        return orphans.size();
    }
}
