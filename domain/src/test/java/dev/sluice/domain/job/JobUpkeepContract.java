package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps the record of jobs from growing for ever. */
interface JobUpkeepContract extends JobRecordFixture {

    @Test
    default void jobsThatFinishedLongAgoAreForgotten() {
        JobId finished = enqueue(TYPE);
        JobId open = enqueue(TYPE);
        cancel(finished);
        pass(Duration.ofDays(2));
        JobId young = enqueue(TYPE);
        cancel(young);

        dropDays(Duration.ofDays(3));
        assertThat(stateOf(finished)).isEqualTo(JobState.CANCELLED);
        dropDays(Duration.ofDays(1));

        assertThat(jobs().find(finished)).isEmpty();
        assertThat(stateOf(young)).isEqualTo(JobState.CANCELLED);
        assertThat(stateOf(open)).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    default void aParentIsGivenUpBeforeItsDeadChildIsForgotten() {
        JobId parent = enqueue(OTHER_TYPE, options -> options.start(new Start.AfterChildren(2)));
        enqueue(TYPE, options -> options.parent(parent));
        ClaimedJob child = claim(dispatchOne(), worker()).orElseThrow();
        bury(child, "broken");

        assertThat(giveUpParents(Duration.ofDays(3))).isEmpty();
        pass(Duration.ofDays(5));
        assertThat(giveUpParents(Duration.ofDays(3)))
                .extracting(ControlledJob::id, ControlledJob::state)
                .containsExactly(tuple(parent, JobState.DEAD));

        assertThat(find(parent).error()).isEqualTo("a child is dead and no longer kept");
        assertThat(find(parent).failures()).hasSize(1);
        assertThat(giveUpParents(Duration.ofDays(3))).isEmpty();
        dropDays(Duration.ofDays(3));
        assertThat(stateOf(parent)).isEqualTo(JobState.DEAD);
    }

    @Test
    default void aParentWhoseChildrenSucceedIsNotGivenUp() {
        JobId parent = enqueue(OTHER_TYPE, options -> options.start(new Start.AfterChildren(2)));
        enqueue(TYPE, options -> options.parent(parent));
        succeed(claim(dispatchOne(), worker()).orElseThrow());
        pass(Duration.ofDays(5));

        assertThat(giveUpParents(Duration.ofDays(3))).isEmpty();
        assertThat(stateOf(parent)).isEqualTo(JobState.WAITING);
    }

    private List<ControlledJob> giveUpParents(Duration keep) {
        return transactions().call(() -> jobs().giveUpParents(keep, 10));
    }

    private void dropDays(Duration keep) {
        transactions().run(() -> upkeep().dropDays(keep));
    }

    @Test
    default void whatFinishesOnADayThatWasOpenedIsFound() {
        transactions().run(() -> upkeep().openDays(2));
        transactions().run(() -> upkeep().openDays(2));
        JobId finished = enqueue(TYPE);
        cancel(finished);

        assertThat(stateOf(finished)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void takenKeysAreNotForgotten() {
        Uniqueness unique = new Uniqueness("one", Duration.ofHours(1), Uniqueness.Conflict.KEEP);
        JobId first = enqueue(TYPE, options -> options.unique(unique));

        assertThat(transactions().call(() -> upkeep().forgetFreeKeys(9))).isZero();
        assertThat(enqueue(TYPE, options -> options.unique(unique))).isEqualTo(first);
        pass(Duration.ofHours(2));
        assertThat(transactions().call(() -> upkeep().forgetFreeKeys(9))).isEqualTo(1);
        assertThat(enqueue(TYPE, options -> options.unique(unique))).isNotEqualTo(first);
    }
}
