package dev.sluice.application.job;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.LaneShares;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** A record of chores with a worker who claims them by hand, on a clock that stands still until it is moved. */
final class Chores {

    static final Duration LONG = Duration.ofDays(1);
    static final int CRASHES = 3;

    private static final Ids IDS = new Ids(InstantSource.system());
    static final WorkerOffer OFFER = new WorkerOffer(Set.of(Chore.QUEUE), 100);
    private static final WorkerId DISPATCHER = WorkerId.random();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, transactions);
    private final WorkerId worker = WorkerId.random();

    Chores() {
        jobs.register(worker, OFFER, LONG);
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
        return enqueue(JobRequest.of(newId(), Chore.TYPE, new Chore(what)).with(options -> options.retry(retry)));
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
        jobs.ripen(term, Integer.MAX_VALUE);
        LaneShare all = LaneShares.first(new Lane(Chore.TYPE.name(), GroupKey.NONE), Integer.MAX_VALUE);
        return jobs.dispatch(term, Chore.QUEUE, List.of(all)).getFirst();
    }

    /** Dispatches and claims the job that has been due longest. */
    ClaimedJob claim() {
        return jobs.claim(List.of(dispatch()), worker).getFirst();
    }

    /** Enqueues a chore and claims its first attempt. */
    ClaimedJob claimNew(String what) {
        enqueue(what);
        return claim();
    }

    /** Enqueues a chore and claims its only attempt. */
    ClaimedJob claimNewForOnce(String what) {
        enqueue(what, new RetryPolicy(1, Backoff.fixed(Duration.ZERO)));
        return claim();
    }

    /** @return whether the claim held */
    boolean finish(ClaimedJob job, JobState state) {
        return !jobs.settle(List.of(new Settlement.Finish(job, state, null, null)))
                .isEmpty();
    }

    Job find(JobId id) {
        return jobs.find(id).orElseThrow();
    }

    Job find(ClaimedJob job) {
        return find(job.dispatch().job());
    }
}
