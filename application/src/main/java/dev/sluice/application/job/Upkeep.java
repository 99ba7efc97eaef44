package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Forgets finished jobs by age, and makes room for those to come. Any worker may run it at any time. */
public final class Upkeep {

    /** So long all workers may be away before what finishes has no day of its own. */
    private static final int DAYS_AHEAD = 7;

    /** Bounds one transaction; what is left goes with the next. */
    private static final int KEYS_AT_A_TIME = 1_000;

    private static final int PARENTS_AT_A_TIME = 100;

    /** How long before its child is forgotten a parent is given up: one that is at work just then is met again. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

    private final Transactions transactions;
    private final Jobs jobs;
    private final JobUpkeep upkeep;
    private final JobFollowers followers;
    private final Duration keep;

    /** @param keep how long finished jobs are kept, at least a day */
    public Upkeep(Transactions transactions, Jobs jobs, JobUpkeep upkeep, JobFollowers followers, Duration keep) {
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("finished jobs are kept for at least a day");
        }
        this.transactions = transactions;
        this.jobs = jobs;
        this.upkeep = upkeep;
        this.followers = followers;
        this.keep = keep;
    }

    /** @return whether there may be more to forget at once */
    public boolean runOnce() {
        int forgotten = transactions.call(() -> upkeep.forgetFreeKeys(KEYS_AT_A_TIME));
        transactions.run(() -> upkeep.openDays(DAYS_AHEAD));
        if (giveUpParents() == PARENTS_AT_A_TIME) {
            return true;
        }
        transactions.run(() -> upkeep.dropDays(keep));
        return forgotten == KEYS_AT_A_TIME;
    }

    /** What cannot follow a parent must not keep the history from being dropped for ever. */
    private int giveUpParents() {
        try {
            return transactions.call(() -> {
                List<ControlledJob> parents = jobs.giveUpParents(keep.minus(AHEAD), PARENTS_AT_A_TIME);
                followers.follow(parents, JobState.DEAD);
                return parents.size();
            });
        } catch (RetryableFailure unanswered) {
            throw unanswered;
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "nothing follows parents that are given up: {0}",
                    failure.getClass().getName());
            return transactions
                    .call(() -> jobs.giveUpParents(keep.minus(AHEAD), PARENTS_AT_A_TIME))
                    .size();
        }
    }
}
