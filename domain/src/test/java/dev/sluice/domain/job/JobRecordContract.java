package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every record of jobs does. Each test starts with an empty record. */
public interface JobRecordContract {

    QueueName QUEUE = new QueueName("parcels");
    QueueName OTHER_QUEUE = new QueueName("letters");
    RetryPolicy THREE_TIMES = new RetryPolicy(3, Duration.ofSeconds(5));
    JobType<Parcel> TYPE = new JobType<>("send-parcel", Parcel.class, QUEUE, THREE_TIMES);
    JobType<Parcel> OTHER_TYPE = new JobType<>("send-letter", Parcel.class, OTHER_QUEUE, THREE_TIMES);
    Duration LEASE = Duration.ofSeconds(15);
    Ids IDS = new Ids(InstantSource.system());

    /** A payload. */
    record Parcel(String label, int weight) {}

    /** What no parcel can be read as. */
    record Stamp(int value) {}

    Jobs jobs();

    JobClaims claims();

    JobDispatches dispatches();

    Transactions transactions();

    /** Lets time pass for the record. */
    void pass(Duration time);

    default JobId enqueue(JobType<Parcel> type) {
        JobId id = new JobId(IDS.next());
        transactions().run(() -> jobs().enqueue(JobRequest.of(id, type, new Parcel("fragile", 3))));
        return id;
    }

    default WorkerId worker() {
        WorkerId worker = WorkerId.random();
        claims().register(worker, LEASE);
        return worker;
    }

    default DispatcherTerm lead() {
        return dispatches().lead(WorkerId.random(), Duration.ofDays(1)).orElseThrow();
    }

    default ClaimedJob claimNew(WorkerId worker) {
        enqueue(TYPE);
        return claims().claim(dispatchOne(), worker).orElseThrow();
    }

    default Dispatch dispatchOne() {
        WorkerId dispatcher = WorkerId.random();
        DispatcherTerm term = dispatches().lead(dispatcher, LEASE).orElseThrow();
        Dispatch dispatch = dispatches().dispatchDue(term, QUEUE, 1_000).getFirst();
        dispatches().resign(dispatcher);
        return dispatch;
    }

    default JobState stateOf(JobId id) {
        return jobs().find(id).orElseThrow().state();
    }

    @Test
    default void anEnqueuedJobIsAvailable() {
        Job job = jobs().find(enqueue(TYPE)).orElseThrow();

        assertThat(job.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(job.type()).isEqualTo("send-parcel");
        assertThat(job.queue()).isEqualTo(QUEUE);
        assertThat(job.attempt()).isZero();
        assertThat(job.attempts()).isEqualTo(3);
        assertThat(job.times().startedAt()).isNull();
        assertThat(job.times().finishedAt()).isNull();
        assertThat(job.error()).isNull();
    }

    @Test
    default void anUnknownJobIsNotFound() {
        assertThat(jobs().find(new JobId(IDS.next()))).isEmpty();
    }

    @Test
    default void aClaimCarriesThePayloadAndThePolicy() {
        ClaimedJob job = claimNew(worker());

        assertThat(job.payload().as(Parcel.class)).isEqualTo(new Parcel("fragile", 3));
        assertThat(job.retry()).isEqualTo(THREE_TIMES);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(stateOf(job.dispatch().job())).isEqualTo(JobState.RUNNING);
    }

    @Test
    default void aPayloadOfAnotherTypeIsAFinalFailure() {
        ClaimedJob job = claimNew(worker());

        assertThatThrownBy(() -> job.payload().as(Stamp.class)).isInstanceOf(FinalFailure.class);
    }

    @Test
    default void oneDispatchIsClaimedOnce() throws Exception {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();

        List<Boolean> claimed =
                inParallel(8, () -> claims().claim(dispatch, worker()).isPresent());

        assertThat(claimed).containsOnlyOnce(true);
    }

    @Test
    default void aClaimIsGivenAgainToTheWorkerThatHoldsIt() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);

        ClaimedJob again = claims().claim(job.dispatch(), worker).orElseThrow();

        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.dispatch()).isEqualTo(job.dispatch());
        claims().succeed(again);
        assertThat(claims().claim(job.dispatch(), worker)).isEmpty();
    }

    @Test
    default void aClaimNeedsTheCurrentDispatchNumber() {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();

        assertThat(claims().claim(new Dispatch(dispatch.job(), dispatch.number() + 1), worker()))
                .isEmpty();
        assertThat(claims().claim(new Dispatch(dispatch.job(), dispatch.number() - 1), worker()))
                .isEmpty();
    }

    @Test
    default void aClaimNeedsARunningLease() {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();
        WorkerId lapsed = worker();
        pass(LEASE.plusSeconds(1));

        assertThat(claims().claim(dispatch, lapsed)).isEmpty();
        assertThat(claims().claim(dispatch, WorkerId.random())).isEmpty();
        assertThat(claims().claim(dispatch, worker())).isPresent();
    }

    @Test
    default void aRenewedLeaseRunsOn() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);
        pass(LEASE.minusSeconds(1));

        assertThat(claims().renew(worker, LEASE)).isTrue();

        pass(LEASE.minusSeconds(1));
        assertThat(orphans()).isEmpty();
        assertThat(transactions().call(() -> claims().lock(job))).isTrue();
    }

    @Test
    default void aLapsedLeaseIsNotRenewed() {
        WorkerId worker = worker();
        pass(LEASE.plusSeconds(1));

        assertThat(claims().renew(worker, LEASE)).isFalse();
        assertThat(claims().renew(WorkerId.random(), LEASE)).isFalse();
    }

    default List<ClaimedJob> orphans() {
        return transactions().call(() -> claims().orphans(10));
    }

    @Test
    default void theJobsOfALapsedWorkerAreOrphans() {
        ClaimedJob job = claimNew(worker());
        claimNew(worker());
        pass(LEASE.plusSeconds(1));
        claimNew(worker());

        assertThat(orphans()).hasSize(2).extracting(ClaimedJob::dispatch).contains(job.dispatch());
    }

    @Test
    default void theJobsOfAWorkerThatLeftAreOrphansAtOnce() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);

        claims().leave(worker);

        assertThat(orphans()).extracting(ClaimedJob::dispatch).containsExactly(job.dispatch());
    }

    @Test
    default void aWorkerThatHoldsAClaimIsNotForgotten() {
        ClaimedJob job = claimNew(worker());
        pass(LEASE.plusSeconds(1));

        claims().forgetLapsedWorkers();

        assertThat(orphans()).extracting(ClaimedJob::dispatch).containsExactly(job.dispatch());
    }

    @Test
    default void aSucceededJobIsFinished() {
        ClaimedJob job = claimNew(worker());

        assertThat(transactions().call(() -> claims().succeed(job))).isTrue();

        Job finished = jobs().find(job.dispatch().job()).orElseThrow();
        assertThat(finished.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(finished.times().finishedAt()).isNotNull();
        assertThat(finished.times().startedAt()).isNotNull();
        assertThat(finished.attempt()).isEqualTo(1);
    }

    @Test
    default void aRetriedJobIsDueAfterItsBackoff() {
        ClaimedJob job = claimNew(worker());

        claims().retry(job, Duration.ofSeconds(5), "no answer");

        Job retrying = jobs().find(job.dispatch().job()).orElseThrow();
        assertThat(retrying.state()).isEqualTo(JobState.RETRYING);
        assertThat(retrying.error()).isEqualTo("no answer");
        DispatcherTerm term = lead();
        assertThat(dispatches().dispatchDue(term, QUEUE, 10)).isEmpty();
        pass(Duration.ofSeconds(6));
        assertThat(dispatches().dispatchDue(term, QUEUE, 10))
                .containsExactly(
                        new Dispatch(job.dispatch().job(), job.dispatch().number() + 1));
    }

    @Test
    default void aBuriedJobKeepsItsError() {
        ClaimedJob job = claimNew(worker());

        claims().bury(job, "broken for good");

        Job dead = jobs().find(job.dispatch().job()).orElseThrow();
        assertThat(dead.state()).isEqualTo(JobState.DEAD);
        assertThat(dead.error()).isEqualTo("broken for good");
    }

    @Test
    default void whoLostTheClaimWritesNothing() {
        ClaimedJob lost = claimNew(worker());
        claims().retry(lost, Duration.ZERO, "rescued");
        ClaimedJob current = claims().claim(dispatchOne(), worker()).orElseThrow();

        assertThat(transactions().call(() -> claims().lock(lost))).isFalse();
        assertThat(claims().succeed(lost)).isFalse();
        assertThat(claims().retry(lost, Duration.ZERO, "late")).isFalse();
        assertThat(claims().bury(lost, "late")).isFalse();
        assertThat(claims().succeed(current)).isTrue();
        assertThat(claims().succeed(current)).isFalse();
    }

    @Test
    default void aJobIsCancelledInAnyStateBeforeItsEnd() {
        JobId available = enqueue(TYPE);
        ControlledJob cancelled = cancel(available).orElseThrow();
        ClaimedJob running = claimNew(worker());

        assertThat(cancelled.payload().as(Parcel.class)).isEqualTo(new Parcel("fragile", 3));
        assertThat(cancelled.type()).isEqualTo("send-parcel");
        assertThat(stateOf(available)).isEqualTo(JobState.CANCELLED);
        assertThat(cancel(running.dispatch().job())).isPresent();
        assertThat(claims().succeed(running)).isFalse();
        assertThat(cancel(available)).isEmpty();
        assertThat(cancel(new JobId(IDS.next()))).isEmpty();
    }

    default Optional<ControlledJob> cancel(JobId id) {
        return transactions().call(() -> jobs().cancel(id));
    }

    @Test
    default void onlyADeadJobIsRetriedByHandAndHasAllItsAttemptsAgain() {
        ClaimedJob job = claimNew(worker());
        JobId id = job.dispatch().job();
        assertThat(transactions().call(() -> jobs().retry(id))).isEmpty();
        claims().bury(job, "broken");

        assertThat(transactions().call(() -> jobs().retry(id))).isPresent();

        assertThat(stateOf(id)).isEqualTo(JobState.AVAILABLE);
        Dispatch again = dispatchOne();
        assertThat(again.number()).isGreaterThan(job.dispatch().number());
        assertThat(claims().claim(again, worker()).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    default void oneDispatcherLeadsAtATime() {
        WorkerId first = WorkerId.random();
        WorkerId second = WorkerId.random();
        DispatcherTerm term = dispatches().lead(first, LEASE).orElseThrow();

        assertThat(dispatches().lead(second, LEASE)).isEmpty();
        assertThat(dispatches().lead(first, LEASE)).contains(term);

        pass(LEASE.plusSeconds(1));
        DispatcherTerm next = dispatches().lead(second, LEASE).orElseThrow();
        assertThat(next.epoch()).isGreaterThan(term.epoch());
        assertThat(dispatches().lead(first, LEASE)).isEmpty();
    }

    @Test
    default void aDispatcherWhoseTermIsOverFindsNothing() {
        enqueue(TYPE);
        DispatcherTerm over = dispatches().lead(WorkerId.random(), LEASE).orElseThrow();
        pass(LEASE.plusSeconds(1));
        assertThat(dispatches().dispatchDue(over, QUEUE, 10)).isEmpty();
        DispatcherTerm current = lead();

        assertThat(dispatches().dispatchDue(over, QUEUE, 10)).isEmpty();
        assertThat(dispatches().dispatchDue(current, QUEUE, 10)).hasSize(1);
        pass(Duration.ofSeconds(11));
        assertThat(dispatches().redispatch(over, QUEUE, Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    default void whoResignsNeedNotBeWaitedFor() {
        WorkerId first = WorkerId.random();
        dispatches().lead(first, LEASE);

        dispatches().resign(WorkerId.random());
        assertThat(dispatches().lead(WorkerId.random(), LEASE)).isEmpty();

        dispatches().resign(first);
        assertThat(dispatches().lead(WorkerId.random(), LEASE)).isPresent();
    }

    @Test
    default void theWindowBoundsWhatIsDispatchedAndUnclaimed() {
        for (int i = 0; i < 5; i++) {
            enqueue(TYPE);
        }
        enqueue(OTHER_TYPE);
        DispatcherTerm term = lead();

        List<Dispatch> first = dispatches().dispatchDue(term, QUEUE, 3);
        assertThat(first).hasSize(3);
        assertThat(dispatches().dispatchDue(term, QUEUE, 3)).isEmpty();

        claims().claim(first.getFirst(), worker());
        assertThat(dispatches().dispatchDue(term, QUEUE, 3)).hasSize(1);
    }

    @Test
    default void jobsThatWaitLongestGoFirst() {
        JobId oldest = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        JobId second = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        enqueue(TYPE);

        assertThat(dispatches().dispatchDue(lead(), QUEUE, 2))
                .extracting(Dispatch::job)
                .containsExactlyInAnyOrder(oldest, second);
    }

    @Test
    default void aDispatchUnclaimedForLongIsSentAgainUnderItsNumber() {
        enqueue(TYPE);
        DispatcherTerm term = lead();
        List<Dispatch> sent = dispatches().dispatchDue(term, QUEUE, 10);
        assertThat(dispatches().redispatch(term, QUEUE, Duration.ofSeconds(10))).isEmpty();
        pass(Duration.ofSeconds(11));

        assertThat(dispatches().redispatch(term, QUEUE, Duration.ofSeconds(10))).isEqualTo(sent);
        assertThat(dispatches().redispatch(term, QUEUE, Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    default void aRecalledDispatchIsDueAgainUnderANewNumber() {
        enqueue(TYPE);
        DispatcherTerm term = lead();
        Dispatch refused = dispatches().dispatchDue(term, QUEUE, 10).getFirst();

        dispatches().recall(term, List.of(refused));

        assertThat(claims().claim(refused, worker())).isEmpty();
        assertThat(dispatches().dispatchDue(term, QUEUE, 10))
                .containsExactly(new Dispatch(refused.job(), refused.number() + 1));
    }

    @Test
    default void listsRunFromNewestToOldestOverRunningAndFinishedJobs() {
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(enqueue(TYPE));
        }
        ids.add(enqueue(OTHER_TYPE));
        ids.sort(Comparator.comparing((JobId id) -> id.value().toString()).reversed());
        cancel(ids.get(2));

        Page<Job> first = jobs().list(new JobFilter(null, null), PageRequest.first(4));
        Page<Job> second = jobs().list(new JobFilter(null, null), new PageRequest(4, first.next()));

        assertThat(first.items()).extracting(Job::id).containsExactlyElementsOf(ids.subList(0, 4));
        assertThat(second.items()).extracting(Job::id).containsExactlyElementsOf(ids.subList(4, 6));
        assertThat(second.next()).isNull();
    }

    @Test
    default void listsAreFilteredByStateAndType() {
        JobId cancelled = enqueue(TYPE);
        JobId other = enqueue(OTHER_TYPE);
        cancel(cancelled);

        assertThat(jobs().list(new JobFilter(JobState.CANCELLED, null), PageRequest.first(9))
                        .items())
                .extracting(Job::id)
                .containsExactly(cancelled);
        assertThat(jobs().list(new JobFilter(null, "send-letter"), PageRequest.first(9))
                        .items())
                .extracting(Job::id)
                .containsExactly(other);
        assertThat(jobs().list(new JobFilter(JobState.RUNNING, null), PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    private static <T> List<T> inParallel(int times, Callable<T> task) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
