package dev.sluice.application.job;

import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;

/** Gives a dead job all its attempts again. */
public final class RetryJob {

    private final Transactions transactions;
    private final Jobs jobs;
    private final JobFollowers followers;
    private final WakeUps wakeUps;

    public RetryJob(Transactions transactions, Jobs jobs, JobFollowers followers, WakeUps wakeUps) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.followers = followers;
        this.wakeUps = wakeUps;
    }

    /** @return false if there is no such job or it is not dead */
    public boolean retry(JobId id) {
        return transactions.call(() -> {
            List<ControlledJob> retried = jobs.retry(List.of(id));
            if (retried.isEmpty()) {
                return false;
            }
            followers.follow(retried, JobState.AVAILABLE);
            transactions.afterCommit(wakeUps::wakeDispatcher);
            return true;
        });
    }
}
