package dev.sluice.application.job;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.time.Instant;
import java.util.List;

/** Lets a job that has not begun start at another time, or now. */
public final class RescheduleJob {

    private final Transactions transactions;
    private final Jobs jobs;
    private final WakeUps wakeUps;

    public RescheduleJob(Transactions transactions, Jobs jobs, WakeUps wakeUps) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.wakeUps = wakeUps;
    }

    /** @return false if there is no such job or it has begun */
    public boolean at(JobId id, Instant time) {
        return reschedule(id, new Start.At(time));
    }

    /**
     * Lets a job start that waits for its time.
     *
     * @return false if there is no such job or it has begun
     */
    public boolean now(JobId id) {
        return reschedule(id, new Start.Now());
    }

    private boolean reschedule(JobId id, Start start) {
        return transactions.call(() -> {
            transactions.afterCommit(wakeUps::wakeDispatcher);
            return !jobs.reschedule(List.of(id), start).isEmpty();
        });
    }
}
