package dev.sluice.application.job;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The job engine without its threads and its broker: each call runs what is due and returns when it is settled. */
public final class StepwiseEngine {

    private static final Duration LONG = Duration.ofDays(1000);

    private final WorkerId worker = WorkerId.random();
    private final InMemoryJobs jobs;
    private final JobAttempt attempt;
    private final JobSettlement settlement;

    public StepwiseEngine(
            InMemoryJobs jobs,
            Transactions transactions,
            Collection<? extends JobHandler<?>> handlers,
            Collection<? extends JobFollower<?>> followers) {
        this.jobs = jobs;
        attempt = new JobAttempt(new JobHandlers(handlers), jobs, transactions);
        settlement = new JobSettlement(transactions, jobs, new JobFollowers(followers), (counter, tags) -> {});
        jobs.register(worker, LONG);
    }

    /** Makes one attempt at each due job of a queue. */
    public void runDue(QueueName queue) {
        DispatcherTerm term = jobs.lead(worker, LONG).orElseThrow();
        List<Dispatch> due = jobs.dispatchDue(term, queue, Integer.MAX_VALUE);
        due.forEach(
                dispatch -> jobs.claim(dispatch, worker).ifPresent(job -> settlement.settle(job, attempt.run(job))));
    }
}
