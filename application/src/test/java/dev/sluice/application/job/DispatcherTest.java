package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.InMemoryTokenBuckets;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Rate;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final int WINDOW = 5;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LOST_AFTER = Duration.ofSeconds(4);
    private static final QueueName OTHER_QUEUE = new QueueName("other-chores");
    private static final JobType<Chore> OTHER_TYPE =
            new JobType<>("do-other-chore", Chore.class, OTHER_QUEUE, Chore.RETRY, Chore.LIMIT);

    private final Chores chores = new Chores();
    private final InMemoryJobQueue broker = new InMemoryJobQueue(Set.of(Chore.QUEUE, OTHER_QUEUE));
    private final InMemoryTokenBuckets buckets = new InMemoryTokenBuckets(chores.clock());
    private final CountedMetrics metrics = new CountedMetrics();
    private final WorkerId self = WorkerId.random();
    private final Dispatcher dispatcher = dispatcher(self, broker, JobLimits.NONE);

    DispatcherTest() {
        chores.jobs().register(WorkerId.random(), new WorkerOffer(Set.of(OTHER_QUEUE), 100), Chores.LONG);
    }

    @Test
    void aDueJobIsSentAsItsIdAndItsNumber() {
        JobId job = chores.enqueue("sweep");
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 1));
        assertThat(chores.find(job).state()).isEqualTo(JobState.DISPATCHED);
    }

    @Test
    void withNothingDueTheNextLookCanWait() {
        assertThat(dispatcher.runOnce()).isFalse();
        chores.enqueue("sweep");
        dispatcher.runOnce();
        assertThat(dispatcher.runOnce()).isFalse();
    }

    @Test
    void theBrokerNeverHoldsMoreThanTheWindow() {
        for (int number = 0; number < WINDOW + 2; number++) {
            chores.enqueue("chore " + number);
        }
        dispatcher.runOnce();
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(WINDOW);
    }

    @Test
    void whatIsClaimedMakesRoomInTheWindow() {
        for (int number = 0; number < WINDOW + 2; number++) {
            chores.enqueue("chore " + number);
        }
        dispatcher.runOnce();
        chores.jobs().claim(broker.takeAll(Chore.QUEUE), chores.worker());
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).hasSize(2);
    }

    @Test
    void behindAFullWindowItRestsShortlyAndNeedsNoWakeUp() {
        for (int number = 0; number < WINDOW + 2; number++) {
            chores.enqueue("chore " + number);
        }
        assertThat(dispatcher.runOnce()).isFalse();
        assertThat(dispatcher.rest(Chores.LONG)).isLessThan(Duration.ofMillis(10));
        assertThat(dispatcher.wake()).isFalse();
        chores.jobs().claim(broker.takeAll(Chore.QUEUE), chores.worker());
        dispatcher.runOnce();
        dispatcher.runOnce();
        assertThat(dispatcher.rest(Chores.LONG)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(dispatcher.wake()).isTrue();
        assertThat(dispatcher.rest(Chores.LONG)).isZero();
    }

    @Test
    void whatALimitHoldsBackIsLookedAtAgainSoon() {
        JobLimits one = new JobLimits(Map.of(Chore.QUEUE, new Limit(1, null)), Map.of(), Map.of(), Map.of());
        Dispatcher limited = dispatcher(broker, one);
        chores.enqueue("first");
        chores.enqueue("second");
        assertThat(limited.runOnce()).isFalse();
        assertThat(limited.rest(Chores.LONG)).isLessThan(Duration.ofMillis(10));
        limited.runOnce();
        assertThat(limited.rest(Chores.LONG)).isLessThan(Duration.ofMillis(20));
    }

    @Test
    void whoDoesNotLeadAnyMoreRestsForLong() {
        for (int number = 0; number < WINDOW + 2; number++) {
            chores.enqueue("chore " + number);
        }
        dispatcher.runOnce();
        chores.clock().advance(LEASE);
        chores.jobs().lead(WorkerId.random(), LEASE);
        dispatcher.runOnce();
        assertThat(dispatcher.rest(Chores.LONG)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void whatWasRecalledAndStillLiesAtTheBrokerCountsForTheWindow() {
        for (int number = 0; number < 2 * WINDOW; number++) {
            chores.enqueue("chore " + number);
        }
        dispatcher.runOnce();
        chores.jobs().pause(Chore.QUEUE, true);
        dispatcher.runOnce();
        chores.jobs().pause(Chore.QUEUE, false);
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(WINDOW);
        broker.takeAll(Chore.QUEUE);
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).hasSize(WINDOW);
    }

    @Test
    void eachQueueHasAWindowOfItsOwn() {
        for (int number = 0; number < WINDOW; number++) {
            chores.enqueue("chore " + number);
        }
        chores.enqueue(JobRequest.of(Chores.newId(), OTHER_TYPE, new Chore("other")));
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(WINDOW);
        assertThat(broker.depth(OTHER_QUEUE)).hasValue(1);
    }

    @Test
    void whileTheBrokerIsOutOfReachJobsStayDue() {
        JobId job = chores.enqueue("sweep");
        broker.goDown();
        assertThat(dispatcher.runOnce()).isFalse();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        broker.comeBack();
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 1));
    }

    @Test
    void aBrokerThatHasJustRefusedIsAskedBeforeMoreIsDispatched() {
        chores.enqueue("sweep");
        dispatcher.runOnce();
        // A look for lost messages, which would ask in any case.
        dispatcher.runOnce();
        broker.goDown();
        JobId job = chores.enqueue("dust");
        dispatcher.runOnce();
        dispatcher.runOnce();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        broker.comeBack();
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).contains(new Dispatch(job, 2));
    }

    @Test
    void theBrokerIsAskedOnceForSeveralLooksThatFindFewJobs() {
        AskedQueue asked = new AskedQueue(broker, new AtomicInteger());
        Dispatcher dispatching = dispatcher(asked);
        for (int number = 0; number < WINDOW; number++) {
            chores.enqueue("chore " + number);
            dispatching.runOnce();
        }
        assertThat(broker.depth(Chore.QUEUE)).hasValue(WINDOW);
        // The second look is for lost messages, too, which only an empty queue tells.
        assertThat(asked.count()).hasValue(2);
    }

    @Test
    void whatTheBrokerRefusesIsRecalledAndSentLaterUnderANewNumber() {
        JobId job = chores.enqueue("sweep");
        Dispatcher refused = dispatcher(new RefusingQueue(broker));
        assertThat(refused.runOnce()).isFalse();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        refused.stop();
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 2));
    }

    @Test
    void aLostMessageIsSentAgainUnderItsNumberOnceItIsOverdue() {
        JobId job = chores.enqueue("sweep");
        dispatcher.runOnce();
        broker.loseAll();
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.clock().advance(LOST_AFTER);
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 1));
    }

    @Test
    void noTransactionIsOpenWhileTheBrokerIsSpokenTo() {
        Dispatcher dispatching = dispatcher(new OutsideTransactions(broker, chores.transactions()));
        chores.enqueue("sweep");
        dispatching.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
        broker.loseAll();
        chores.clock().advance(LOST_AFTER);
        dispatching.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void aMessageIsNotTakenForLostWhileItsQueueHoldsAny() {
        chores.enqueue("lost");
        dispatcher.runOnce();
        broker.loseAll();
        JobId waiting = chores.enqueue("waiting");
        dispatcher.runOnce();
        chores.clock().advance(LOST_AFTER);
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(waiting, 1));
        chores.clock().advance(LOST_AFTER);
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).hasSize(2);
    }

    @Test
    void aClaimedJobIsNeverSentAgain() {
        chores.enqueue("sweep");
        dispatcher.runOnce();
        chores.jobs().claim(broker.takeAll(Chore.QUEUE), chores.worker());
        chores.clock().advance(LOST_AFTER);
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
    }

    @Test
    void whoDoesNotLeadSendsNothing() {
        JobId job = chores.enqueue("sweep");
        chores.jobs().lead(WorkerId.random(), LEASE);
        assertThat(dispatcher.runOnce()).isFalse();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        chores.clock().advance(LEASE);
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void whoLeadsRenewsItsLeaseInTime() {
        dispatcher.runOnce();
        chores.clock().advance(LEASE.minusMillis(1));
        dispatcher.runOnce();
        chores.clock().advance(LEASE.minusMillis(1));
        assertThat(chores.jobs().lead(WorkerId.random(), LEASE)).isEmpty();
    }

    @Test
    void whoseTermIsOverBeforeItsTimeAsksForAnother() {
        dispatcher.runOnce();
        JobId job = chores.enqueue("sweep");
        chores.jobs().resign(self);
        dispatcher.runOnce();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        dispatcher.runOnce();
        assertThat(chores.find(job).state()).isEqualTo(JobState.DISPATCHED);
    }

    @Test
    void whoStopsNeedNotBeWaitedFor() {
        dispatcher.runOnce();
        dispatcher.stop();
        assertThat(chores.jobs().lead(WorkerId.random(), LEASE)).isPresent();
    }

    @Test
    void fewWorkersAreSentFourTimesTheirSlots() {
        chores.jobs().leave(chores.worker());
        for (int number = 0; number < WINDOW; number++) {
            chores.enqueue("chore " + number);
        }
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.jobs().register(WorkerId.random(), new WorkerOffer(Set.of(Chore.QUEUE), 1), Chores.LONG);
        dispatcher.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(4);
    }

    @Test
    void whatIsPausedIsRecalledAndDueAgainWhenThePauseIsLifted() {
        JobId job = chores.enqueue("sweep");
        dispatcher.runOnce();
        chores.jobs().pause(Chore.QUEUE, true);
        dispatcher.runOnce();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(chores.jobs().claim(broker.takeAll(Chore.QUEUE), chores.worker()))
                .isEmpty();
        chores.jobs().pause(Chore.QUEUE, false);
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 2));
    }

    @Test
    void aPausedTypeDoesNotHoldUpOthers() {
        JobId job = chores.enqueue("sweep");
        JobId other = chores.enqueue(JobRequest.of(Chores.newId(), OTHER_TYPE, new Chore("other")));
        chores.jobs().pauseType(Chore.TYPE.name(), true);
        dispatcher.runOnce();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(chores.find(other).state()).isEqualTo(JobState.DISPATCHED);
    }

    @Test
    void aLimitOfConcurrencyCountsWhatIsDispatchedAndWhatRuns() {
        Limit one = new Limit(1, null);
        Dispatcher limited = dispatcher(broker, new JobLimits(Map.of(), Map.of("do-chore", one), Map.of(), Map.of()));
        chores.enqueue("first");
        chores.enqueue("second");
        limited.runOnce();
        List<Dispatch> first = broker.takeAll(Chore.QUEUE);
        assertThat(first).hasSize(1);
        List<ClaimedJob> running = chores.jobs().claim(first, chores.worker());
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.jobs().settle(List.of(new Settlement.Finish(running.getFirst(), JobState.SUCCEEDED, null, null)));
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void aRateLetsJobsStartAsTimePassesAlsoUnderAnotherDispatcher() {
        JobLimits limits = rate(new Rate(1, Duration.ofMinutes(1)));
        chores.enqueue("first");
        chores.enqueue("second");
        Dispatcher limited = dispatcher(broker, limits);
        limited.runOnce();
        limited.stop();
        Dispatcher successor = dispatcher(broker, limits);
        successor.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
        claimAll();
        successor.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.clock().advance(Duration.ofMinutes(1));
        successor.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void aQueueHasNoMoreUnderWayThanItsLimit() {
        Limit two = new Limit(2, null);
        Dispatcher limited = dispatcher(broker, new JobLimits(Map.of(Chore.QUEUE, two), Map.of(), Map.of(), Map.of()));
        for (int number = 0; number < 4; number++) {
            chores.enqueue("chore " + number);
        }
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(2);
        claimAll();
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
    }

    @Test
    void aTypeHasARateOfItsOwn() {
        Limit limit = new Limit(null, new Rate(1, Duration.ofMinutes(1)));
        Dispatcher limited = dispatcher(broker, new JobLimits(Map.of(), Map.of("do-chore", limit), Map.of(), Map.of()));
        chores.enqueue("first");
        chores.enqueue("second");
        chores.enqueue(JobRequest.of(Chores.newId(), OTHER_TYPE, new Chore("other")));
        chores.enqueue(JobRequest.of(Chores.newId(), OTHER_TYPE, new Chore("another")));
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
        assertThat(broker.depth(OTHER_QUEUE)).hasValue(2);
        claimAll();
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.clock().advance(Duration.ofMinutes(1));
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void eachGroupHasARateOfItsOwn() {
        Limit limit = new Limit(null, new Rate(1, Duration.ofMinutes(1)));
        Dispatcher limited =
                dispatcher(broker, new JobLimits(Map.of(), Map.of(), Map.of(Chore.QUEUE, limit), Map.of()));
        for (String group : List.of("ada", "ada", "bob", "bob")) {
            chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("sweep"))
                    .with(options -> options.group(new GroupKey(group))));
        }
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(2);
        claimAll();
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.clock().advance(Duration.ofMinutes(1));
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(2);
    }

    @Test
    void whatNobodyClaimsDoesNotPileUpBehindARate() {
        Dispatcher limited = dispatcher(broker, rate(new Rate(2, Duration.ofMinutes(2))));
        for (int number = 0; number < WINDOW; number++) {
            chores.enqueue("chore " + number);
        }
        for (int minute = 0; minute < 5; minute++) {
            limited.runOnce();
            assertThat(broker.depth(Chore.QUEUE)).hasValue(2);
            chores.clock().advance(Duration.ofMinutes(1));
        }
        limited.runOnce();
        claimAll();
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.clock().advance(Duration.ofMinutes(1));
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void whatStartsLateCountsForTheRateThoughNothingWaitedBehindIt() {
        Dispatcher limited = dispatcher(broker, rate(new Rate(1, Duration.ofMinutes(1))));
        chores.enqueue("late");
        limited.runOnce();
        chores.clock().advance(Duration.ofMinutes(1));
        limited.runOnce();
        claimAll();
        chores.enqueue("next");
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        chores.clock().advance(Duration.ofMinutes(1));
        limited.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void whatIsRecalledGetsItsTokenBack() {
        Dispatcher limited = dispatcher(broker, rate(new Rate(1, Duration.ofHours(1))));
        JobId job = chores.enqueue("sweep");
        limited.runOnce();
        chores.jobs().pause(Chore.QUEUE, true);
        limited.runOnce();
        limited.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).hasSize(1);
        chores.jobs().pause(Chore.QUEUE, false);
        limited.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 2));
    }

    @Test
    void whatTheBrokerRefusesGetsItsTokenBack() {
        JobLimits limits = rate(new Rate(1, Duration.ofHours(1)));
        JobId job = chores.enqueue("sweep");
        Dispatcher refused = dispatcher(new RefusingQueue(broker), limits);
        refused.runOnce();
        refused.stop();
        dispatcher(broker, limits).runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(job, 2));
    }

    private static JobLimits rate(Rate rate) {
        return new JobLimits(Map.of(Chore.QUEUE, new Limit(null, rate)), Map.of(), Map.of(), Map.of());
    }

    private void claimAll() {
        chores.jobs().claim(broker.takeAll(Chore.QUEUE), chores.worker());
    }

    @Test
    void whoDispatchesNothingSpendsNoTokens() {
        JobLimits limits = rate(new Rate(1, Duration.ofMinutes(1)));
        WorkerId deposed = WorkerId.random();
        Dispatcher unaware = dispatcher(deposed, broker, limits);
        unaware.runOnce();
        chores.jobs().resign(deposed);
        chores.enqueue("sweep");
        unaware.runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(0);
        dispatcher(broker, limits).runOnce();
        assertThat(broker.depth(Chore.QUEUE)).hasValue(1);
    }

    @Test
    void aThousandKeysWithALimitOfOneNeverHaveTwoJobsUnderWay() {
        JobLimits limits = new JobLimits(Map.of(), Map.of(), Map.of(Chore.QUEUE, new Limit(1, null)), Map.of());
        for (int number = 0; number < 2_000; number++) {
            GroupKey key = new GroupKey("key " + number % 1_000);
            chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("sweep"))
                    .with(options -> options.group(key)));
        }
        DispatcherSettings manyAtATime = new DispatcherSettings(10 * WINDOW, LEASE, LOST_AFTER, limits);
        Dispatcher limited = dispatcher(WorkerId.random(), broker, manyAtATime);
        Set<Dispatch> started = new HashSet<>();
        limited.runOnce();
        for (List<Dispatch> sent = broker.takeAll(Chore.QUEUE); !sent.isEmpty(); sent = broker.takeAll(Chore.QUEUE)) {
            assertThat(chores.jobs()
                            .surveys()
                            .survey(Set.of(Chore.QUEUE), 1, 1)
                            .backlog(Chore.QUEUE)
                            .inFlight()
                            .values())
                    .containsOnly(1);
            started.addAll(sent);
            chores.jobs().claim(sent, chores.worker());
            limited.runOnce();
        }
        assertThat(started).hasSize(1_000);
    }

    @Test
    void whatIsSentAndTheWindowInUseAreMeasured() {
        for (int number = 0; number < WINDOW + 2; number++) {
            chores.enqueue("chore " + number);
        }
        dispatcher.runOnce();
        assertThat(metrics.counts())
                .containsOnly("job.dispatches queue chores outcome published")
                .hasSize(WINDOW);
        assertThat(window()).isEqualTo(Map.of("chores", WINDOW, "other-chores", 0));
        chores.jobs().claim(broker.takeAll(Chore.QUEUE).subList(0, 2), chores.worker());
        chores.clock().advance(LOST_AFTER);
        dispatcher.runOnce();
        assertThat(metrics.counts())
                .filteredOn(count -> count.endsWith("repeated"))
                .hasSize(WINDOW - 2)
                .containsOnly("job.dispatches queue chores outcome repeated");
        assertThat(window()).containsEntry("chores", WINDOW);
    }

    @Test
    void whatTheBrokerRefusesIsCountedAndTakesNoRoom() {
        chores.enqueue("sweep");
        dispatcher(new RefusingQueue(broker)).runOnce();
        assertThat(metrics.counts()).containsExactly("job.dispatches queue chores outcome refused");
        assertThat(window()).containsEntry("chores", 0);
    }

    @Test
    void whoDoesNotLeadShowsNoWindow() {
        chores.enqueue("sweep");
        dispatcher.runOnce();
        assertThat(window()).isNotEmpty();
        chores.clock().advance(LEASE.plusSeconds(1));
        chores.jobs().lead(WorkerId.random(), LEASE);
        dispatcher.runOnce();
        assertThat(window()).isEmpty();
    }

    @Test
    void whoStopsShowsNoWindow() {
        dispatcher.runOnce();
        assertThat(window()).isNotEmpty();
        dispatcher.stop();
        assertThat(window()).isEmpty();
    }

    private Map<String, Number> window() {
        return metrics.levels("job.dispatch.window in jobs by queue");
    }

    @Test
    void aWindowHasRoomForAtLeastOneJob() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DispatcherSettings(0, LEASE, LOST_AFTER, JobLimits.NONE));
    }

    private Dispatcher dispatcher(JobQueue queue) {
        return dispatcher(queue, JobLimits.NONE);
    }

    private Dispatcher dispatcher(JobQueue queue, JobLimits limits) {
        return dispatcher(WorkerId.random(), queue, limits);
    }

    private Dispatcher dispatcher(WorkerId candidate, JobQueue queue, JobLimits limits) {
        return dispatcher(candidate, queue, new DispatcherSettings(WINDOW, LEASE, LOST_AFTER, limits));
    }

    private Dispatcher dispatcher(WorkerId candidate, JobQueue queue, DispatcherSettings settings) {
        return new Dispatcher(
                candidate,
                new Dispatching(chores.transactions(), chores.jobs(), buckets, queue, metrics.meters()),
                Set.of(Chore.QUEUE, OTHER_QUEUE),
                settings,
                () -> chores.clock().millis() * 1_000_000);
    }

    /** A broker that is slow to answer: who holds a connection of the database meanwhile fails. */
    private record OutsideTransactions(JobQueue queue, InMemoryTransactions transactions) implements JobQueue {

        @Override
        public Collection<Dispatch> publish(QueueName name, List<Dispatch> dispatches) {
            assertThat(transactions.isOpen()).isFalse();
            return queue.publish(name, dispatches);
        }

        @Override
        public OptionalLong depth(QueueName name) {
            assertThat(transactions.isOpen()).isFalse();
            return queue.depth(name);
        }
    }

    /** Counts how often it is asked for its depth. */
    private record AskedQueue(JobQueue queue, AtomicInteger count) implements JobQueue {

        @Override
        public Collection<Dispatch> publish(QueueName name, List<Dispatch> dispatches) {
            return queue.publish(name, dispatches);
        }

        @Override
        public OptionalLong depth(QueueName name) {
            count.incrementAndGet();
            return queue.depth(name);
        }
    }

    /** A broker that can be asked and accepts nothing. */
    private record RefusingQueue(JobQueue queue) implements JobQueue {

        @Override
        public Collection<Dispatch> publish(QueueName name, List<Dispatch> dispatches) {
            return dispatches;
        }

        @Override
        public OptionalLong depth(QueueName name) {
            return queue.depth(name);
        }
    }
}
