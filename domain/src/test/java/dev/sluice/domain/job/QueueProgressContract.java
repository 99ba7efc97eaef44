package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the record tells of how queues get on. */
interface QueueProgressContract extends JobRecordFixture {

    Duration WHILE = Duration.ofSeconds(20);

    @Test
    default void aQueueOfWhichNothingIsKnownStandsAtNothing() {
        assertThat(progress().standing(QUEUE)).isEqualTo(new QueueStanding(Duration.ZERO, Duration.ZERO, 0, 0, 0));
    }

    @Test
    default void theOldestIsTheLongestDueOfAllGroupsAndPriorities() {
        enqueue(TYPE, options -> options.group(new GroupKey("ada")).priority(Priority.LOWEST));
        enqueue(OTHER_TYPE);
        pass(WHILE);
        enqueue(TYPE, options -> options.group(new GroupKey("ada")));
        enqueue(TYPE, options -> options.group(new GroupKey("bob")));
        enqueue(SECOND_TYPE);
        pass(WHILE);

        assertThat(progress().standing(QUEUE).oldest()).isBetween(WHILE.multipliedBy(2), WHILE.multipliedBy(3));
    }

    @Test
    default void aJobCountsAsDueUntilItsAttemptBegins() {
        WorkerId worker = worker();
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();
        pass(Duration.ofSeconds(5));

        assertThat(progress().standing(QUEUE).oldest()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        claim(dispatch, worker);
        assertThat(progress().standing(QUEUE).oldest()).isZero();
    }

    @Test
    default void whatIsDueAndNotNoticedByTheDispatcherIsUnripe() {
        enqueue(TYPE, options -> options.start(new Start.After(WHILE)));
        enqueue(OTHER_TYPE, options -> options.start(new Start.After(Duration.ofSeconds(1))));
        assertThat(progress().standing(QUEUE).oldest()).isZero();
        pass(WHILE.multipliedBy(2));

        QueueStanding late = progress().standing(QUEUE);
        assertThat(late.unripe()).isBetween(WHILE, WHILE.plusSeconds(15)).isEqualTo(late.oldest());

        dispatches().ripen(lead(), 1_000);
        assertThat(progress().standing(QUEUE).unripe()).isZero();
        assertThat(progress().standing(QUEUE).oldest()).isGreaterThanOrEqualTo(WHILE);
    }

    @Test
    default void theLivingWorkersThatServeAQueueAreItsSlots() {
        claims().register(WorkerId.random(), new WorkerOffer(Set.of(OTHER_QUEUE), 3), LEASE);
        WorkerId gone = worker();
        WorkerId both = WorkerId.random();
        claims().register(both, new WorkerOffer(Set.of(QUEUE, OTHER_QUEUE), 2), LEASE);
        claimNew(both);
        claims().leave(gone);

        QueueStanding standing = progress().standing(QUEUE);
        assertThat(standing.slots()).isEqualTo(2);
        assertThat(standing.busy()).isEqualTo(1);
        assertThat(standing.isBusy()).isFalse();
        assertThat(progress().standing(OTHER_QUEUE).slots()).isEqualTo(5);
        assertThat(progress().standing(OTHER_QUEUE).busy()).isEqualTo(1);

        claimNew(both);
        assertThat(progress().standing(QUEUE).isBusy()).isTrue();
        pass(LEASE.plusSeconds(1));
        assertThat(progress().standing(QUEUE).isServed()).isFalse();
    }

    @Test
    default void whatHasBegunAddsUpForEachQueue() {
        progress().begun(Map.of(QUEUE, 2, OTHER_QUEUE, 5));
        progress().begun(Map.of(QUEUE, 1));

        assertThat(List.of(QUEUE, OTHER_QUEUE))
                .extracting(queue -> progress().standing(queue).begun())
                .containsExactly(3L, 5L);
    }
}
