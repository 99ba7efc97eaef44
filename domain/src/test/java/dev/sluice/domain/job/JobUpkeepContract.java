package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
