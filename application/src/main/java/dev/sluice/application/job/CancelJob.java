package dev.sluice.application.job;

import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;

/** Calls off a job that has not finished. */
public final class CancelJob {

    private final Transactions transactions;
    private final Jobs jobs;
    private final JobFollowers followers;

    public CancelJob(Transactions transactions, Jobs jobs, JobFollowers followers) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.followers = followers;
    }

    /** @return false if there is no such job or it has finished */
    public boolean cancel(JobId id) {
        return transactions.call(() -> {
            List<ControlledJob> cancelled = jobs.cancel(List.of(id));
            followers.follow(cancelled, JobState.CANCELLED);
            return !cancelled.isEmpty();
        });
    }
}
