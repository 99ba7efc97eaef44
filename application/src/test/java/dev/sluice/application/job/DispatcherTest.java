package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final int WINDOW = 3;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LOST_AFTER = Duration.ofSeconds(4);
    private static final DispatcherSettings SETTINGS = new DispatcherSettings(WINDOW, LEASE, LOST_AFTER);
    private static final QueueName OTHER_QUEUE = new QueueName("other-chores");
    private static final JobType<Chore> OTHER_TYPE =
            new JobType<>("do-other-chore", Chore.class, OTHER_QUEUE, Chore.TYPE.retry());

    private final Chores chores = new Chores();
    private final InMemoryJobQueue broker = new InMemoryJobQueue(Set.of(Chore.QUEUE, OTHER_QUEUE));
    private final Dispatcher dispatcher = dispatcher(broker);

    @Test
    void aDueJobIsSentAsItsIdAndItsNumber() {
        JobId job = chores.enqueue("sweep");
        assertThat(dispatcher.runOnce()).isTrue();
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
        broker.takeAll(Chore.QUEUE).forEach(dispatch -> chores.jobs().claim(dispatch, chores.worker()));
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).hasSize(2);
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
    void aMessageIsNotTakenForLostWhileItsQueueHoldsAny() {
        chores.enqueue("lost");
        dispatcher.runOnce();
        broker.loseAll();
        JobId waiting = chores.enqueue("waiting");
        dispatcher.runOnce();
        chores.clock().advance(LOST_AFTER);
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).containsExactly(new Dispatch(waiting, 1));
        dispatcher.runOnce();
        assertThat(broker.takeAll(Chore.QUEUE)).hasSize(2);
    }

    @Test
    void aClaimedJobIsNeverSentAgain() {
        chores.enqueue("sweep");
        dispatcher.runOnce();
        broker.takeAll(Chore.QUEUE).forEach(dispatch -> chores.jobs().claim(dispatch, chores.worker()));
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
    void whoLeadsRenewsItsLeaseAtEachLook() {
        dispatcher.runOnce();
        chores.clock().advance(LEASE.minusMillis(1));
        dispatcher.runOnce();
        chores.clock().advance(LEASE.minusMillis(1));
        assertThat(chores.jobs().lead(WorkerId.random(), LEASE)).isEmpty();
    }

    @Test
    void whoStopsNeedNotBeWaitedFor() {
        dispatcher.runOnce();
        dispatcher.stop();
        assertThat(chores.jobs().lead(WorkerId.random(), LEASE)).isPresent();
    }

    @Test
    void aWindowHasRoomForAtLeastOneJob() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DispatcherSettings(0, LEASE, LOST_AFTER));
    }

    private Dispatcher dispatcher(JobQueue queue) {
        return new Dispatcher(WorkerId.random(), chores.jobs(), queue, Set.of(Chore.QUEUE, OTHER_QUEUE), SETTINGS);
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
