package dev.sluice.application.job;

import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Does something to all jobs that a filter lets through: some thousands at a time, the oldest first. */
public final class ControlJobs {

    /** More than that are left for another time. */
    static final int LARGEST = 10_000;

    /** Who waits for the answer does not wait longer, nor whoever needs what the followers have locked. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Jobs jobs;
    private final JobFollowers followers;
    private final WakeUps wakeUps;
    private final LongSupplier nanoTime;

    public ControlJobs(
            Transactions transactions, Jobs jobs, JobFollowers followers, WakeUps wakeUps, LongSupplier nanoTime) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.followers = followers;
        this.wakeUps = wakeUps;
        this.nanoTime = nanoTime;
    }

    /**
     * Does it, in many transactions. Jobs that others change meanwhile, and those that cannot be changed, stay as they
     * are.
     *
     * @param filter names something: all jobs there are, nobody means
     * @param dryRun whether to tell how many jobs it is about and to change none
     */
    public ControlledJobs control(JobFilter filter, JobAct act, boolean dryRun) {
        if (filter.equals(JobFilter.ALL)) {
            throw new IllegalArgumentException("the filter names nothing");
        }
        int found = jobs.count(filter, act, LARGEST + 1);
        int matched = Math.min(found, LARGEST);
        if (dryRun) {
            return new ControlledJobs(matched, 0, found > matched);
        }
        ControlSweep sweep = new ControlSweep(transactions, jobs, followers, wakeUps, filter, act);
        long begin = nanoTime.getAsLong();
        boolean more = sweep.run(matched, () -> nanoTime.getAsLong() - begin >= LONGEST.toNanos());
        return new ControlledJobs(matched, sweep.changed(), more || found > matched);
    }
}
