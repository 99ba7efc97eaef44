package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.InMemoryTokenBuckets;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.load.KnownLogContext;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The parts of the job engine without their threads: each step sends the job that goes next, makes one attempt at it on
 * the calling thread and settles it. The test kit runs it.
 */
public final class StepwiseEngine {

    private static final Duration LONG = Duration.ofDays(1_000);
    private static final int CRASHES = 3;

    /** One for all, so that each engine on a record goes on where the one before has left off. */
    private static final WorkerId WORKER = WorkerId.random();

    private final InMemoryJobs jobs;
    private final InMemoryJobQueue broker;
    private final Set<QueueName> queues;
    private final Dispatcher dispatcher;
    private final JobAttempt attempt;
    private final JobSettlement settlement;

    public StepwiseEngine(
            InMemoryJobs jobs,
            Transactions transactions,
            Set<QueueName> queues,
            JobHandlers handlers,
            JobFollowers followers,
            InstantSource clock) {
        CountedMetrics metrics = new CountedMetrics();
        JobMeters meters = metrics.meters();
        this.jobs = jobs;
        this.queues = queues;
        broker = new InMemoryJobQueue(queues);
        attempt = new JobAttempt(handlers, jobs, transactions, metrics, new KnownLogContext());
        settlement = new JobSettlement(transactions, jobs, followers, meters, CRASHES);
        dispatcher = new Dispatcher(
                WORKER,
                new Dispatching(transactions, jobs, new InMemoryTokenBuckets(clock), broker, meters),
                queues,
                new DispatcherSettings(1, LONG, LONG, JobLimits.NONE),
                () -> 0);
    }

    /**
     * Makes one attempt at the next due job of each queue.
     *
     * @param told is told each attempt and its outcome once it is settled
     * @return whether there was any
     */
    public boolean step(BiConsumer<ClaimedJob, JobOutcome> told) {
        jobs.register(WORKER, new WorkerOffer(queues, 1), LONG);
        boolean more = true;
        while (more) {
            more = dispatcher.runOnce();
        }
        List<ClaimedJob> due =
                queues.stream().flatMap(queue -> claim(queue).stream()).toList();
        due.forEach(job -> run(job, told));
        return !due.isEmpty();
    }

    private List<ClaimedJob> claim(QueueName queue) {
        List<Dispatch> sent = broker.takeAll(queue);
        return sent.isEmpty() ? List.of() : jobs.claim(sent, WORKER);
    }

    private void run(ClaimedJob job, BiConsumer<ClaimedJob, JobOutcome> told) {
        EndedAttempt ended = new EndedAttempt(job, attempt.run(job), Duration.ZERO);
        try {
            settlement.settle(List.of(ended));
        } catch (RetryableFailure unanswered) {
            throw unanswered;
        } catch (RuntimeException failure) {
            settlement.bury(ended, failure);
        }
        told.accept(job, ended.outcome());
    }
}
