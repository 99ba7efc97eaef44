package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.InMemoryTokenBuckets;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.Rate;
import dev.sluice.domain.load.KnownLogContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(20);

    private static final Rate RATE = new Rate(1, Duration.ofMinutes(1));
    private static final JobLimits ONE_A_MINUTE =
            new JobLimits(Map.of(Chore.QUEUE, new Limit(null, RATE)), Map.of(), Map.of(), Map.of());
    private static final String BUCKET = "queue chores";

    private final Chores chores = new Chores();
    private final InMemoryTokenBuckets buckets = new InMemoryTokenBuckets(chores.clock());
    private final FaultyClaims claims = new FaultyClaims(chores.jobs());
    private final CountedMetrics metrics = new CountedMetrics();
    private final AtomicLong nanos = new AtomicLong();
    private final RunningJobs running = new RunningJobs(nanos::get);
    private final WorkerLease lease =
            new WorkerLease(claims, Chores.OFFER, running, Duration.ofSeconds(15), nanos::get);

    WorkerTest() {
        lease.runOnce();
    }

    @Test
    void aTakenJobIsRunAndSettled() throws InterruptedException {
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome succeeded");
    }

    @Test
    void itIsMeasuredHowLongAJobWaitedAndHowLongItTook() throws InterruptedException {
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        chores.enqueue("sweep");
        chores.clock().advance(Duration.ofSeconds(7));
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(metrics.spans())
                .hasSize(2)
                .contains("job.start.delay queue chores PT7S")
                .anyMatch(span -> span.startsWith("job.duration type do-chore outcome succeeded PT"));
    }

    @Test
    void theClaimIsOnRecordWhenTakingReturns() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Worker worker = worker(1, waitingFor(gate));
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(chores.find(job).state()).isEqualTo(JobState.RUNNING);
        gate.countDown();
        assertThat(worker.drain(SOON)).isTrue();
    }

    @Test
    void aJobWaitsForAFreeSlotBeforeItIsClaimed() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Worker worker = worker(2, waitingFor(gate));
        for (String what : List.of("first", "second")) {
            chores.enqueue(what);
            take(worker, chores.dispatch());
        }
        JobId third = chores.enqueue("third");
        Dispatch dispatch = chores.dispatch();
        Thread taker = Thread.ofVirtual().start(() -> take(worker, dispatch));
        Eventually.holds(() -> taker.getState() == Thread.State.TIMED_WAITING);
        assertThat(chores.find(third).state()).isEqualTo(JobState.DISPATCHED);
        gate.countDown();
        assertThat(taker.join(SOON)).isTrue();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(third).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void noMoreJobsRunAtATimeThanThereAreSlots() throws InterruptedException {
        Set<Thread> running = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        Worker worker = worker(3, new ChoreHandler((chore, run) -> {
            running.add(Thread.currentThread());
            most.accumulateAndGet(running.size(), Math::max);
            Thread.onSpinWait();
            running.remove(Thread.currentThread());
            return new JobOutcome.Done();
        }));
        for (int number = 0; number < 200; number++) {
            chores.enqueue("chore " + number);
            take(worker, chores.dispatch());
        }
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(most.get()).isBetween(1, 3);
        assertThat(metrics.counts()).hasSize(200);
    }

    @Test
    void aLostClaimIsCountedAndItsSlotIsFreeAgain() throws InterruptedException {
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        JobId job = chores.enqueue("sweep");
        Dispatch dispatch = chores.dispatch();
        take(worker, dispatch);
        take(worker, dispatch);
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).attempt()).isEqualTo(1);
        assertThat(metrics.counts())
                .containsExactlyInAnyOrder("job.attempts type do-chore outcome succeeded", "job.claims outcome lost");
    }

    @Test
    void aJobIsClaimedOnceTheDatabaseAnswers() throws InterruptedException {
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        JobId job = chores.enqueue("sweep");
        claims.failNext(1);
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void aJobIsRunThoughTheAnswerToItsClaimWasLost() throws InterruptedException {
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        JobId job = chores.enqueue("sweep");
        claims.loseNextAnswers(1);
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(chores.find(job).attempt()).isEqualTo(1);
    }

    @Test
    void aMessageThatArrivesTwiceDoesNotRunItsJobTwiceAtATime() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Worker worker = worker(2, waitingFor(gate));
        chores.enqueue("sweep");
        Dispatch dispatch = chores.dispatch();
        take(worker, dispatch);
        take(worker, dispatch);
        assertThat(metrics.counts()).containsExactly("job.claims outcome lost");
        gate.countDown();
        assertThat(worker.drain(SOON)).isTrue();
    }

    @Test
    void nothingIsClaimedBeforeTheLeaseIsHeld() throws InterruptedException {
        lease.end();
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        JobId job = chores.enqueue("sweep");
        Dispatch dispatch = chores.dispatch();
        Thread taker = Thread.ofVirtual().start(() -> take(worker, dispatch));
        Eventually.holds(() -> taker.getState() == Thread.State.WAITING);
        assertThat(chores.find(job).state()).isEqualTo(JobState.DISPATCHED);
        lease.runOnce();
        assertThat(taker.join(SOON)).isTrue();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void aJobThatCannotBeSettledIsGivenUp() throws InterruptedException {
        claims.refuseSuccess();
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.DEAD);
        assertThat(chores.find(job).error()).isEqualTo("its settlement failed: java.lang.IllegalStateException");
    }

    @Test
    void anOutcomeIsSettledOnceTheDatabaseAnswers() throws InterruptedException {
        Worker worker = worker(1, new ChoreHandler((chore, run) -> {
            claims.failNext(1);
            return new JobOutcome.Done();
        }));
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome succeeded");
    }

    @Test
    void aHandlerThatEndsInAnErrorLeavesAJobThatIsTriedAgain() throws InterruptedException {
        Worker worker = worker(1, new ChoreHandler((chore, run) -> {
            throw new StackOverflowError();
        }));
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.RETRYING);
    }

    @Test
    void anAttemptIsInterruptedWhenTheLeaseLapsesAndItsJobIsHandedBack() throws InterruptedException {
        Worker worker = worker(1, waitingFor(new CountDownLatch(1)));
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        claims.failNext(1);
        lease.runOnce();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(chores.find(job).attempt()).isZero();
        assertThat(chores.find(job).error()).isNull();
    }

    @Test
    void anAttemptIsInterruptedWhenItsTimeIsOverAndTriedAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Worker worker = worker(1, waitingFor(new CountDownLatch(1), begun));
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        nanos.addAndGet(Chore.LIMIT.toNanos());
        running.stopOverdue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.RUNNING);
        nanos.addAndGet(1);
        running.stopOverdue();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.RETRYING);
        assertThat(chores.find(job).error()).isEqualTo("the time limit of PT1M is over");
    }

    @Test
    void anAttemptIsInterruptedWhenItsJobIsCancelled() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Worker worker = worker(1, waitingFor(new CountDownLatch(1), begun));
        JobId job = chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        lease.watchClaims();
        chores.jobs().cancel(List.of(job));
        lease.watchClaims();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome lost");
    }

    @Test
    void aBusyWorkerTakesNoMoreThanItHasSlotsForAndHandsBackNothingThatItRuns() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Worker worker = worker(2, waitingFor(gate));
        List<Dispatch> dispatches = new ArrayList<>();
        for (String what : List.of("first", "second", "third")) {
            chores.enqueue(what);
            dispatches.add(chores.dispatch());
        }
        List<Dispatch> surplus = worker.take(dispatches, SOON);
        assertThat(surplus).containsExactly(dispatches.getLast());
        assertThat(worker.take(surplus, Duration.ZERO)).isEqualTo(surplus);
        worker.handBack(dispatches);
        assertThat(chores.find(dispatches.getFirst().job()).state()).isEqualTo(JobState.RUNNING);
        assertThat(chores.find(surplus.getFirst().job()).state()).isEqualTo(JobState.AVAILABLE);
        gate.countDown();
        assertThat(worker.drain(SOON)).isTrue();
        worker.awaitFreeSlot();
    }

    @Test
    void whatIsHandedBackUnclaimedGetsItsTokenBack() throws InterruptedException {
        Worker worker = worker(1, ChoreHandler.thatSucceeds());
        chores.enqueue("sweep");
        Dispatch dispatch = chores.dispatch();
        buckets.spend(BUCKET, RATE, 1);
        assertThat(buckets.levels(Map.of(BUCKET, RATE))).containsEntry(BUCKET, 0);
        worker.handBack(List.of(dispatch));
        assertThat(buckets.levels(Map.of(BUCKET, RATE))).containsEntry(BUCKET, 1);
        buckets.spend(BUCKET, RATE, 1);
        worker.handBack(List.of(dispatch));
        assertThat(buckets.levels(Map.of(BUCKET, RATE))).containsEntry(BUCKET, 0);
    }

    @Test
    void attemptsThatEndTogetherAreAllSettled() throws InterruptedException {
        Worker worker = worker(50, ChoreHandler.thatSucceeds());
        List<Dispatch> dispatches = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            chores.enqueue("chore " + number);
            dispatches.add(chores.dispatch());
        }
        claims.failNext(2);
        assertThat(worker.take(dispatches, SOON)).isEmpty();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(dispatches)
                .allSatisfy(dispatch ->
                        assertThat(chores.find(dispatch.job()).state()).isEqualTo(JobState.SUCCEEDED));
    }

    @Test
    void drainingGivesUpAtItsDeadline() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Worker worker = worker(1, waitingFor(gate));
        chores.enqueue("sweep");
        take(worker, chores.dispatch());
        assertThat(worker.drain(Duration.ofMillis(1))).isFalse();
        gate.countDown();
        assertThat(worker.drain(SOON)).isTrue();
    }

    private static ChoreHandler waitingFor(CountDownLatch gate) {
        return waitingFor(gate, new CountDownLatch(1));
    }

    private static ChoreHandler waitingFor(CountDownLatch gate, CountDownLatch begun) {
        return new ChoreHandler((chore, run) -> {
            begun.countDown();
            gate.await();
            return new JobOutcome.Done();
        });
    }

    /** Waits for a slot for as long as it takes. */
    private static void take(Worker worker, Dispatch dispatch) {
        try {
            assertThat(worker.take(List.of(dispatch), SOON)).isEmpty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Worker worker(int concurrency, ChoreHandler handler) {
        JobAttempt attempt = new JobAttempt(
                new JobHandlers(List.of(handler)), claims, chores.transactions(), metrics, new KnownLogContext());
        JobSettlement settlement = new JobSettlement(
                chores.transactions(), claims, new JobFollowers(List.of()), metrics.meters(), Chores.CRASHES);
        return new Worker(
                lease,
                running,
                new Claiming(claims, new Refunds(ONE_A_MINUTE, buckets), metrics.meters()),
                attempt,
                new Settler(settlement, ASK_AGAIN_AFTER),
                concurrency);
    }
}
