package dev.sluice.application.job;

import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.transaction.Transactions;

/** Adds up what has become of the counts of jobs, so that they stay quick to read. Any worker may run it at any time. */
public final class FoldJobCounts {

    /** So many differences are added up in a fraction of a second. */
    private static final int BATCH = 10_000;

    private final Transactions transactions;
    private final JobUpkeep upkeep;

    public FoldJobCounts(Transactions transactions, JobUpkeep upkeep) {
        this.transactions = transactions;
        this.upkeep = upkeep;
    }

    /** @return whether there may be more to add up at once */
    public boolean runOnce() {
        return transactions.call(() -> upkeep.foldCounts(BATCH)) == BATCH;
    }
}
