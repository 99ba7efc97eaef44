package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.FinalFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the record of jobs does for workers. */
interface JobClaimsContract extends JobRecordFixture {

    @Test
    default void aClaimCarriesThePayloadAndThePolicy() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);

        assertThat(job.payload().as(Parcel.class)).isEqualTo(new Parcel("fragile", 3));
        assertThat(job.queue()).isEqualTo(TYPE.queue());
        assertThat(job.retry()).isEqualTo(THREE_TIMES);
        assertThat(job.timeLimit()).isEqualTo(LIMIT);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.crashes()).isZero();
        Job running = find(job.dispatch().job());
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
        assertThat(running.worker()).isEqualTo(worker);
    }

    @Test
    default void aPayloadOfAnotherTypeIsAFinalFailure() {
        ClaimedJob job = claimNew(worker());

        assertThatThrownBy(() -> job.payload().as(Stamp.class)).isInstanceOf(FinalFailure.class);
        assertThat(job.payload().as(Parcel.class)).isEqualTo(new Parcel("fragile", 3));
        assertThatThrownBy(() -> job.payload().as(Stamp.class)).isInstanceOf(FinalFailure.class);
    }

    @Test
    default void manyJobsAreClaimedAtATime() {
        for (int i = 0; i < 3; i++) {
            enqueue(TYPE);
        }
        List<Dispatch> dispatches = dispatchAll(lead());
        Dispatch stale = new Dispatch(dispatches.getFirst().job(), 9);
        WorkerId worker = worker();

        List<Dispatch> asked = new ArrayList<>(dispatches);
        asked.add(stale);
        assertThat(claims().claim(asked, worker))
                .extracting(ClaimedJob::dispatch)
                .containsExactlyInAnyOrderElementsOf(dispatches);
        assertThat(claims().claim(List.of(), worker)).isEmpty();
    }

    @Test
    default void oneDispatchIsClaimedOnce() throws Exception {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();

        List<Boolean> claimed = inParallel(20, () -> claim(dispatch, worker()).isPresent());

        assertThat(claimed).containsOnlyOnce(true);
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

    @Test
    default void aWorkerThatAsksAgainIsGivenItsClaimAgain() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);

        ClaimedJob again = claim(job.dispatch(), worker).orElseThrow();

        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.dispatch()).isEqualTo(job.dispatch());
        succeed(again);
        assertThat(claim(job.dispatch(), worker)).isEmpty();
    }

    @Test
    default void aClaimNeedsTheCurrentDispatchNumber() {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();

        assertThat(claim(new Dispatch(dispatch.job(), dispatch.number() + 1), worker()))
                .isEmpty();
        assertThat(claim(new Dispatch(dispatch.job(), dispatch.number() - 1), worker()))
                .isEmpty();
    }

    @Test
    default void aClaimNeedsARunningLease() {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();
        WorkerId lapsed = worker();
        pass(LEASE.plusSeconds(1));

        assertThat(claim(dispatch, lapsed)).isEmpty();
        assertThat(claim(dispatch, WorkerId.random())).isEmpty();
        assertThat(claim(dispatch, worker())).isPresent();
    }

    @Test
    default void aRenewedLeaseRunsOn() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);
        pass(LEASE.minusSeconds(1));

        assertThat(claims().renew(worker, LEASE)).isTrue();

        pass(LEASE.minusSeconds(1));
        assertThat(orphans()).isEmpty();
        assertThat(transactions().call(() -> claims().lock(job.dispatch()))).isTrue();
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
    default void aRescuedJobIsDueAtOnceAndItsCrashIsCounted() {
        ClaimedJob job = claimNew(worker());

        assertThat(settle(new Settlement.Rescue(job, "the worker stopped"))).isTrue();

        ClaimedJob next = claim(dispatchOne(), worker()).orElseThrow();
        assertThat(next.crashes()).isEqualTo(1);
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(find(job.dispatch().job()).failures())
                .extracting(JobFailure::error)
                .containsExactly("the worker stopped");
    }

    @Test
    default void aSucceededJobIsFinished() {
        WorkerId worker = worker();
        ClaimedJob job = claimNew(worker);

        assertThat(settle(new Settlement.Finish(job, JobState.SUCCEEDED, new Stamp(3), null)))
                .isTrue();

        Job finished = find(job.dispatch().job());
        assertThat(finished.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(finished.times().finishedAt()).isNotNull();
        assertThat(finished.times().startedAt()).isNotNull();
        assertThat(finished.worker()).isEqualTo(worker);
        assertThat(finished.attempt()).isEqualTo(1);
        assertThat(finished.failures()).isEmpty();
        assertThat(finished.result()).isNotNull().returns(new Stamp(3), result -> result.as(Stamp.class));
    }

    @Test
    default void aJobWithoutAResultShowsNone() {
        ClaimedJob job = claimNew(worker());
        assertThat(find(job.dispatch().job()).result()).isNull();

        succeed(job);

        assertThat(find(job.dispatch().job()).result()).isNull();
    }

    @Test
    default void aRetriedJobIsDueAfterItsBackoff() {
        ClaimedJob job = claimNew(worker());

        settle(new Settlement.Retry(job, Duration.ofSeconds(5), "no answer"));

        Job retrying = find(job.dispatch().job());
        assertThat(retrying.state()).isEqualTo(JobState.RETRYING);
        assertThat(retrying.error()).isEqualTo("no answer");
        assertThat(retrying.failures()).hasSize(1);
        JobFailure failure = retrying.failures().getFirst();
        assertThat(failure.attempt()).isEqualTo(1);
        assertThat(failure.error()).isEqualTo("no answer");
        assertThat(failure.startedAt()).isEqualTo(retrying.times().startedAt());
        assertThat(failure.endedAt()).isAfterOrEqualTo(failure.startedAt());
        DispatcherTerm term = lead();
        assertThat(dispatchAll(term)).isEmpty();
        pass(Duration.ofSeconds(6));
        assertThat(dispatchAll(term))
                .containsExactly(
                        new Dispatch(job.dispatch().job(), job.dispatch().number() + 1));
    }

    @Test
    default void aPostponedJobHasUsedNoAttempt() {
        ClaimedJob job = claimNew(worker());

        settle(new Settlement.Postpone(job, Duration.ofSeconds(5)));

        Job snoozed = find(job.dispatch().job());
        assertThat(snoozed.state()).isEqualTo(JobState.SCHEDULED);
        assertThat(snoozed.failures()).isEmpty();
        pass(Duration.ofSeconds(6));
        assertThat(claim(dispatchOne(), worker()).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    default void aBuriedJobKeepsItsErrors() {
        ClaimedJob job = claimNew(worker());
        settle(new Settlement.Retry(job, Duration.ZERO, "no answer"));

        bury(claim(dispatchOne(), worker()).orElseThrow(), "broken for good");

        Job dead = find(job.dispatch().job());
        assertThat(dead.state()).isEqualTo(JobState.DEAD);
        assertThat(dead.error()).isEqualTo("broken for good");
        assertThat(dead.failures()).extracting(JobFailure::error).containsExactly("no answer", "broken for good");
        assertThat(dead.failures()).extracting(JobFailure::attempt).containsExactly(1, 2);
    }

    @Test
    default void manyAttemptsAreSettledAtATime() {
        WorkerId worker = worker();
        ClaimedJob done = claimNew(worker);
        ClaimedJob failed = claimNew(worker);
        ClaimedJob dead = claimNew(worker);
        ClaimedJob early = claimNew(worker);
        ClaimedJob lost = claimNew(worker);
        cancel(lost.dispatch().job());

        Set<Dispatch> held = transactions()
                .call(() -> claims().settle(List.of(
                        new Settlement.Finish(done, JobState.SUCCEEDED, null, null),
                        new Settlement.Finish(lost, JobState.SUCCEEDED, null, null),
                        new Settlement.Finish(dead, JobState.DEAD, null, "broken"),
                        new Settlement.Retry(failed, Duration.ZERO, "no answer"),
                        new Settlement.Postpone(early, Duration.ZERO))));

        assertThat(held)
                .containsExactlyInAnyOrder(done.dispatch(), dead.dispatch(), failed.dispatch(), early.dispatch());
        assertThat(stateOf(done.dispatch().job())).isEqualTo(JobState.SUCCEEDED);
        assertThat(stateOf(dead.dispatch().job())).isEqualTo(JobState.DEAD);
        assertThat(stateOf(failed.dispatch().job())).isEqualTo(JobState.RETRYING);
        assertThat(stateOf(early.dispatch().job())).isEqualTo(JobState.AVAILABLE);
        assertThat(stateOf(lost.dispatch().job())).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void whatIsHandedBackIsDueAgainWithoutAnAttemptUsed() {
        WorkerId worker = worker();
        ClaimedJob running = claimNew(worker);
        ClaimedJob foreign = claimNew(worker());
        enqueue(TYPE);
        Dispatch unclaimed = dispatchOne();

        assertThat(claims().handBack(List.of(unclaimed, foreign.dispatch())))
                .containsExactly(new Recalled(QUEUE, new Lane("send-parcel", GroupKey.NONE)));
        boolean held = claims().handBack(running);

        assertThat(held).isTrue();
        assertThat(stateOf(running.dispatch().job())).isEqualTo(JobState.AVAILABLE);
        assertThat(stateOf(unclaimed.job())).isEqualTo(JobState.AVAILABLE);
        assertThat(stateOf(foreign.dispatch().job())).isEqualTo(JobState.RUNNING);
        assertThat(succeed(running)).isFalse();
        assertThat(claims().handBack(running)).isFalse();
        assertThat(claim(unclaimed, worker)).isEmpty();
        List<ClaimedJob> again = claims().claim(dispatchAll(lead()), worker);
        assertThat(again).hasSize(2).extracting(ClaimedJob::attempt).containsOnly(1);
    }

    @Test
    default void aLostClaimIsKnown() {
        WorkerId worker = worker();
        ClaimedJob held = claimNew(worker);
        ClaimedJob cancelled = claimNew(worker);
        cancel(cancelled.dispatch().job());

        assertThat(claims().lost(List.of(held.dispatch(), cancelled.dispatch())))
                .containsExactly(cancelled.dispatch());
        assertThat(claims().lost(List.of())).isEmpty();
    }

    @Test
    default void ofManyClaimsThoseThatHoldAreLocked() {
        WorkerId worker = worker();
        ClaimedJob first = claimNew(worker);
        ClaimedJob second = claimNew(worker);
        ClaimedJob cancelled = claimNew(worker);
        cancel(cancelled.dispatch().job());

        List<Dispatch> claims = List.of(second.dispatch(), cancelled.dispatch(), first.dispatch());

        assertThat(transactions().call(() -> claims().lockFree(claims)))
                .containsExactlyInAnyOrder(first.dispatch(), second.dispatch());
    }

    @Test
    default void whoLostTheClaimWritesNothing() {
        ClaimedJob lost = claimNew(worker());
        settle(new Settlement.Retry(lost, Duration.ZERO, "rescued"));
        ClaimedJob current = claim(dispatchOne(), worker()).orElseThrow();

        assertThat(transactions().call(() -> claims().lock(lost.dispatch()))).isFalse();
        assertThat(succeed(lost)).isFalse();
        assertThat(settle(new Settlement.Retry(lost, Duration.ZERO, "late"))).isFalse();
        assertThat(settle(new Settlement.Postpone(lost, Duration.ZERO))).isFalse();
        assertThat(settle(new Settlement.Rescue(lost, "late"))).isFalse();
        assertThat(bury(lost, "late")).isFalse();
        assertThat(succeed(current)).isTrue();
        assertThat(succeed(current)).isFalse();
    }

    @Test
    default void whatAHandlerTellsIsKeptBeyondTheEndOfTheJobWithoutPersonalData() {
        ClaimedJob job = claimNew(worker());

        assertThat(claims().progress(job, new JobProgress(10, "asking ada@example.com")))
                .isTrue();
        assertThat(find(job.dispatch().job()).progress()).isEqualTo(new JobProgress(10, "asking ***"));
        assertThat(claims().progress(job, new JobProgress(60, "drawing"))).isTrue();
        for (int line = 1; line <= 101; line++) {
            assertThat(claims().log(job, "line " + line + " for ada@example.com"))
                    .isTrue();
        }
        succeed(job);

        assertThat(find(job.dispatch().job()).progress()).isEqualTo(new JobProgress(60, "drawing"));
        List<JobLogLine> log = jobs().log(job.dispatch().job());
        assertThat(log)
                .hasSize(100)
                .allSatisfy(line -> assertThat(line.attempt()).isEqualTo(1));
        assertThat(log.getFirst().text()).isEqualTo("line 2 for ***");
        assertThat(log.getLast().at()).isAfterOrEqualTo(log.getFirst().at());
        assertThat(jobs().log(new JobId(IDS.next()))).isEmpty();
    }

    @Test
    default void whoLostTheClaimTellsNothing() {
        ClaimedJob lost = claimNew(worker());
        cancel(lost.dispatch().job());

        assertThat(claims().progress(lost, new JobProgress(10, "late"))).isFalse();
        assertThat(claims().log(lost, "late")).isFalse();
        assertThat(find(lost.dispatch().job()).progress()).isNull();
        assertThat(jobs().log(lost.dispatch().job())).isEmpty();
    }

    @Test
    default void errorsAreKeptWithoutPersonalData() {
        ClaimedJob job = claimNew(worker());

        settle(new Settlement.Retry(job, Duration.ZERO, "ada@example.com is unknown"));
        ClaimedJob again = claim(dispatchOne(), worker()).orElseThrow();
        bury(again, "ada@example.com is gone");

        Job dead = find(job.dispatch().job());
        assertThat(dead.error()).isEqualTo("*** is gone");
        assertThat(dead.failures()).extracting(JobFailure::error).containsExactly("*** is unknown", "*** is gone");
    }
}
