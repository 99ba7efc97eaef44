package dev.sluice.application.job.testkit;

import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.JobHandlers;
import dev.sluice.application.job.RetryJob;
import dev.sluice.application.job.StepwiseEngine;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A job engine for tests: it runs due jobs when it is told to, on the calling thread, with the same parts that a worker
 * runs them with, on a record in memory and a clock that stands still until it is moved. No attempt is interrupted: time
 * limits do not pass, and no worker dies. Used by one thread.
 */
public final class ManualEngine {

    /** More attempts than any test means to make: jobs that are due again at once would run for ever. */
    private static final int MOST_ATTEMPTS = 10_000;

    private final SettableClock clock;
    private final InMemoryJobs jobs;
    private final Transactions transactions;
    private final Ids ids;
    private final List<JobHandler<?>> handlers = new ArrayList<>();
    private final List<JobFollower<?>> followers = new ArrayList<>();

    /** An engine with no handlers yet, at noon. */
    public ManualEngine() {
        this(new SettableClock(Instant.parse("2026-03-01T12:00:00Z")), new InMemoryTransactions());
    }

    /** An engine on the clock and in the transactions of other parts in memory, such as repositories. */
    public ManualEngine(SettableClock clock, InMemoryTransactions transactions) {
        this.clock = clock;
        this.transactions = transactions;
        this.jobs = new InMemoryJobs(clock, transactions);
        this.ids = new Ids(clock);
    }

    /** Lets it do the jobs of one more type. */
    public ManualEngine with(JobHandler<?> handler) {
        handlers.add(handler);
        return this;
    }

    /** Lets something follow the jobs of one more type. */
    public ManualEngine with(JobFollower<?> follower) {
        followers.add(follower);
        return this;
    }

    public SettableClock clock() {
        return clock;
    }

    /** The record of jobs, for whatever enqueues some, and to pause or reschedule by hand. */
    public InMemoryJobs jobs() {
        return jobs;
    }

    /** The transactions that jobs are written in. */
    public Transactions transactions() {
        return transactions;
    }

    /** Enqueues a job that begins at once. */
    public <P> JobId enqueue(JobType<P> type, P payload) {
        return enqueue(type, payload, UnaryOperator.identity());
    }

    /** @return the job that stands for the request: another one if it is unique and its key is taken */
    public <P> JobId enqueue(JobType<P> type, P payload, UnaryOperator<JobOptions> options) {
        JobRequest<P> request =
                JobRequest.of(new JobId(ids.next()), type, payload).with(options);
        return transactions.call(() -> jobs.enqueue(request));
    }

    /**
     * Makes attempts until nothing is due any more in any queue that a handler names, and tells what came of each. What
     * becomes due meanwhile runs too.
     */
    public List<AttemptedJob> runDue() {
        List<AttemptedJob> attempted = new ArrayList<>();
        StepwiseEngine engine = engine();
        while (engine.step((job, outcome) -> {
            JobId id = job.dispatch().job();
            attempted.add(new AttemptedJob(
                    id, job.type(), job.attempt(), outcome, job(id).record().state()));
        })) {
            if (attempted.size() > MOST_ATTEMPTS) {
                throw new AssertionError("jobs keep being due: " + attempted.getLast());
            }
        }
        return attempted;
    }

    private StepwiseEngine engine() {
        Set<QueueName> queues =
                handlers.stream().map(handler -> handler.type().queue()).collect(Collectors.toUnmodifiableSet());
        return new StepwiseEngine(
                jobs, transactions, queues, new JobHandlers(handlers), new JobFollowers(followers), clock);
    }

    /** Lets that much time pass, and then runs what is due. */
    public List<AttemptedJob> runDueAfter(Duration time) {
        clock.advance(time);
        return runDue();
    }

    /** @return false if there is no such job or it has finished */
    public boolean cancel(JobId job) {
        return new CancelJob(transactions, jobs, new JobFollowers(followers)).cancel(job);
    }

    /** @return false if there is no such job or it is not dead */
    public boolean retry(JobId job) {
        return new RetryJob(transactions, jobs, new JobFollowers(followers), () -> {}).retry(job);
    }

    public TestedJob job(JobId id) {
        return jobs.requests().stream()
                .filter(request -> request.id().equals(id))
                .map(this::tested)
                .findAny()
                .orElseThrow(() -> new AssertionError("there is no job " + id.value()));
    }

    /** All jobs, finished ones included, in the order in which they were enqueued. */
    public List<TestedJob> enqueued() {
        return jobs.requests().stream().map(this::tested).toList();
    }

    /** The jobs of one type, in the order in which they were enqueued. */
    public List<TestedJob> enqueued(JobType<?> type) {
        return enqueued().stream()
                .filter(job -> job.request().type().name().equals(type.name()))
                .toList();
    }

    /** The one job of its type that there is. */
    public TestedJob onlyEnqueued(JobType<?> type) {
        List<TestedJob> found = enqueued(type);
        if (found.size() != 1) {
            throw new AssertionError("of type " + type.name() + " there is not one job but " + found.size());
        }
        return found.getFirst();
    }

    private TestedJob tested(JobRequest<?> request) {
        JobId id = request.id();
        return new TestedJob(
                request,
                jobs.find(id).orElseThrow(),
                jobs.log(id),
                jobs.result(id).orElse(null));
    }
}
