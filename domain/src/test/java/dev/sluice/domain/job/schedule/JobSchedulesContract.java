package dev.sluice.domain.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.transaction.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every record of schedules does. Each test starts with an empty one. */
public interface JobSchedulesContract {

    PlannedFiring MONDAY = new PlannedFiring("reports", "mondays", Instant.parse("2026-03-02T03:00:00Z"));
    PlannedFiring NEXT_MONDAY = new PlannedFiring("reports", "mondays", Instant.parse("2026-03-09T03:00:00Z"));
    PlannedFiring TUESDAY = new PlannedFiring("reports", "tuesdays", Instant.parse("2026-03-03T03:00:00Z"));
    PlannedFiring NEVER = new PlannedFiring("reports", "never", null);
    PlannedFiring OTHER = new PlannedFiring("backups", "mondays", MONDAY.at());

    JobSchedules schedules();

    Transactions transactions();

    @Test
    default void atFirstNothingIsPlanned() {
        assertThat(schedules().agenda().firings()).isEmpty();
        assertThat(schedules().agenda().of("reports")).isEmpty();
    }

    @Test
    default void theAgendaTellsTheTime() {
        Instant first = schedules().agenda().now();
        Instant second = schedules().agenda().now();

        assertThat(first).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(second).isAfterOrEqualTo(first);
    }

    @Test
    default void whatIsAddedIsPlanned() {
        assertThat(schedules().add(MONDAY)).isTrue();
        assertThat(schedules().add(OTHER)).isTrue();

        assertThat(schedules().agenda().firings()).containsExactlyInAnyOrder(MONDAY, OTHER);
        assertThat(schedules().agenda().of("reports")).contains(MONDAY);
    }

    @Test
    default void aScheduleThatIsOnRecordIsNotAddedAgain() {
        schedules().add(MONDAY);

        assertThat(schedules().add(TUESDAY)).isFalse();

        assertThat(planned()).isEqualTo(MONDAY);
    }

    @Test
    default void ofManyWhoAddAScheduleOneSucceeds() {
        List<Boolean> added = Concurrently.times(8, () -> schedules().add(MONDAY));

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    default void whoHasSeenWhatIsPlannedReplacesIt() {
        schedules().add(MONDAY);
        schedules().add(OTHER);

        assertThat(schedules().replace(MONDAY, NEXT_MONDAY)).isTrue();

        assertThat(planned()).isEqualTo(NEXT_MONDAY);
        assertThat(schedules().agenda().of("backups")).contains(OTHER);
    }

    @Test
    default void whoHasSeenAnotherTimeOrAnotherDefinitionReplacesNothing() {
        schedules().add(NEXT_MONDAY);
        PlannedFiring redefined = new PlannedFiring("reports", "tuesdays", NEXT_MONDAY.at());

        assertThat(schedules().replace(MONDAY, TUESDAY)).isFalse();
        assertThat(schedules().replace(redefined, TUESDAY)).isFalse();
        assertThat(schedules().replace(NEVER, TUESDAY)).isFalse();

        assertThat(planned()).isEqualTo(NEXT_MONDAY);
    }

    @Test
    default void whatIsNotOnRecordIsNotReplaced() {
        assertThat(schedules().replace(MONDAY, NEXT_MONDAY)).isFalse();
        assertThat(schedules().agenda().firings()).isEmpty();
    }

    @Test
    default void whoHasSeenWhatIsPlannedRemovesIt() {
        schedules().add(MONDAY);
        schedules().remove(TUESDAY);
        assertThat(planned()).isEqualTo(MONDAY);
        schedules().replace(MONDAY, NEVER);
        schedules().remove(MONDAY);
        assertThat(planned()).isEqualTo(NEVER);
        schedules().remove(NEVER);
        assertThat(schedules().agenda().firings()).isEmpty();
    }

    @Test
    default void aScheduleThatNeverFiresIsReplacedLikeAnyOther() {
        schedules().add(MONDAY);

        assertThat(schedules().replace(MONDAY, NEVER)).isTrue();
        assertThat(planned()).isEqualTo(NEVER);
        assertThat(schedules().replace(NEVER, TUESDAY)).isTrue();
        assertThat(planned()).isEqualTo(TUESDAY);
    }

    @Test
    default void ofManyWhoHaveSeenTheSameOneReplacesItAndWritesTheRest() {
        AtomicInteger written = new AtomicInteger();
        schedules().add(MONDAY);

        List<Boolean> replaced = Concurrently.times(
                8,
                () -> transactions().call(() -> {
                    boolean ours = schedules().replace(MONDAY, NEXT_MONDAY);
                    written.addAndGet(ours ? 1 : 0);
                    return ours;
                }));

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(written).hasValue(1);
    }

    @Test
    default void aRollbackLeavesThePlanAsItWas() {
        schedules().add(MONDAY);

        assertThatThrownBy(() -> transactions().run(() -> {
                    schedules().replace(MONDAY, NEXT_MONDAY);
                    throw new IllegalArgumentException("deliberate");
                }))
                .hasMessage("deliberate");

        assertThat(planned()).isEqualTo(MONDAY);
        assertThat(schedules().replace(MONDAY, NEXT_MONDAY)).isTrue();
    }

    private PlannedFiring planned() {
        return schedules().agenda().of("reports").orElseThrow();
    }
}
