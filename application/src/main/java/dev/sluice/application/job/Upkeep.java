package dev.sluice.application.job;

import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;

/** Forgets finished jobs by age, and makes room for those to come. Any worker may run it at any time. */
public final class Upkeep {

    /** So long all workers may be away before what finishes has no day of its own. */
    private static final int DAYS_AHEAD = 7;

    /** Bounds one transaction; what is left goes with the next. */
    private static final int KEYS_AT_A_TIME = 1_000;

    private final Transactions transactions;
    private final JobUpkeep upkeep;
    private final Duration keep;

    /** @param keep how long finished jobs are kept, at least a day */
    public Upkeep(Transactions transactions, JobUpkeep upkeep, Duration keep) {
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("finished jobs are kept for at least a day");
        }
        this.transactions = transactions;
        this.upkeep = upkeep;
        this.keep = keep;
    }

    /** @return whether there may be more to forget at once */
    public boolean runOnce() {
        int forgotten = transactions.call(() -> upkeep.forgetFreeKeys(KEYS_AT_A_TIME));
        transactions.run(() -> upkeep.openDays(DAYS_AHEAD));
        transactions.run(() -> upkeep.dropDays(keep));
        return forgotten == KEYS_AT_A_TIME;
    }
}
