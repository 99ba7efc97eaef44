package dev.sluice.application.job;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A record of chores with a worker who claims them by hand, on a clock that stands still until it is moved. */
final class Chores {

    static final Duration LONG = Duration.ofDays(1);

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final WorkerId DISPATCHER = WorkerId.random();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryJobs jobs = new InMemoryJobs(clock);
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final WorkerId worker = WorkerId.random();

    Chores() {
        jobs.register(worker, LONG);
    }

    SettableClock clock() {
        return clock;
    }

    InMemoryJobs jobs() {
        return jobs;
    }

    InMemoryTransactions transactions() {
        return transactions;
    }

    WorkerId worker() {
        return worker;
    }

    JobId enqueue(String what) {
        return enqueue(what, Chore.TYPE.retry());
    }

    JobId enqueue(String what, RetryPolicy retry) {
        return enqueue(new JobRequest<>(newId(), Chore.TYPE, new Chore(what), retry));
    }

    JobId enqueue(JobRequest<?> request) {
        jobs.enqueue(request);
        return request.id();
    }

    static JobId newId() {
        return new JobId(IDS.next());
    }

    /** Dispatches the job that has been due longest. */
    Dispatch dispatch() {
        DispatcherTerm term = jobs.lead(DISPATCHER, LONG).orElseThrow();
        return jobs.dispatchDue(term, Chore.QUEUE, Integer.MAX_VALUE).getFirst();
    }

    /** Dispatches and claims the job that has been due longest. */
    ClaimedJob claim() {
        return jobs.claim(dispatch(), worker).orElseThrow();
    }

    /** Enqueues a chore and claims its first attempt. */
    ClaimedJob claimNew(String what) {
        enqueue(what);
        return claim();
    }

    /** Enqueues a chore and claims its only attempt. */
    ClaimedJob claimNewForOnce(String what) {
        enqueue(what, new RetryPolicy(1, Duration.ZERO));
        return claim();
    }

    Job find(JobId id) {
        return jobs.find(id).orElseThrow();
    }

    Job find(ClaimedJob job) {
        return find(job.dispatch().job());
    }
}
