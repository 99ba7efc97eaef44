package dev.sluice.domain.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.job.JobRecordContract;
import dev.sluice.domain.job.JobType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobScheduleTest {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final JobType<Report> TYPE = new JobType<>(
            "write-report", Report.class, JobRecordContract.TYPE.queue(), JobRecordContract.TYPE.retry(), GRACE);
    private static final Instant THREE = Instant.parse("2026-03-02T03:00:00Z");
    private static final Cadence HOURLY = new Every(Duration.ofHours(1));

    /** What a scheduled job is about. */
    private record Report(String kind) {}

    @ParameterizedTest
    @CsvSource({
        "UTC,              2026-03-02T03:30:00Z",
        "Europe/Berlin,    2026-03-02T02:30:00Z",
        "America/New_York, 2026-03-02T08:30:00Z",
        "Asia/Kolkata,     2026-03-02T22:00:00Z"
    })
    void itsTimesAreThoseOfItsZone(String zone, Instant expected) {
        Cadence halfPastThree = new DailyAt(LocalTime.of(3, 30));
        JobSchedule<Report> schedule = schedule(halfPastThree, ZoneId.of(zone), MissedRuns.SKIP);

        assertThat(schedule.firingAfter(Instant.parse("2026-03-02T00:00:00Z")))
                .isEqualTo(new PlannedFiring("reports", "daily at 03:30 " + zone, expected));
    }

    @Test
    void aDayOnWhichTheClocksChangeIsShorterOrLonger() {
        JobSchedule<Report> daily = schedule(new DailyAt(LocalTime.NOON), ZoneId.of("Europe/Berlin"), MissedRuns.SKIP);

        assertThat(daily.firingAfter(Instant.parse("2026-03-28T11:00:00Z")).at())
                .isEqualTo(Instant.parse("2026-03-29T10:00:00Z"));
        assertThat(daily.firingAfter(Instant.parse("2026-10-24T10:00:00Z")).at())
                .isEqualTo(Instant.parse("2026-10-25T11:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void aRunInTimeIsOneJobWhateverIsDoneAboutMissedOnes(MissedRuns missed) {
        assertThat(hourly(missed).due(THREE, THREE.plusSeconds(1), GRACE))
                .isEqualTo(new DueFirings(1, hourly(missed).firingAfter(THREE)));
    }

    @Test
    void aRunIsSkippedOnceTheGraceIsOver() {
        assertThat(hourly(MissedRuns.SKIP).due(THREE, THREE.plus(GRACE), GRACE).jobs())
                .isEqualTo(1);
        assertThat(hourly(MissedRuns.SKIP).due(THREE, THREE.plus(GRACE).plusMillis(1), GRACE))
                .isEqualTo(new DueFirings(0, hourly(MissedRuns.SKIP).firingAfter(THREE)));
    }

    @Test
    void whoSkipsStillFiresTheLatestRunIfItIsInTime() {
        Instant now = Instant.parse("2026-03-02T08:00:30Z");

        assertThat(hourly(MissedRuns.SKIP).due(THREE, now, GRACE))
                .isEqualTo(new DueFirings(1, hourly(MissedRuns.SKIP).firingAfter(now)));
    }

    @Test
    void oneRunStandsForAllThatWereMissed() {
        Instant now = THREE.plus(Duration.ofDays(3000)).plusSeconds(1800);

        assertThat(hourly(MissedRuns.FIRE_ONCE).due(THREE, now, GRACE))
                .isEqualTo(new DueFirings(1, hourly(MissedRuns.FIRE_ONCE).firingAfter(now)));
    }

    @Test
    void eachMissedRunIsMadeUpFor() {
        Instant now = Instant.parse("2026-03-02T08:30:00Z");

        assertThat(hourly(MissedRuns.FIRE_ALL).due(THREE, now, GRACE))
                .isEqualTo(new DueFirings(6, hourly(MissedRuns.FIRE_ALL).firingAfter(now)));
    }

    @Test
    void manyMissedRunsAreMadeUpForInSteps() {
        Instant now = THREE.plus(Duration.ofHours(JobSchedule.LARGEST_STEP + 4));

        DueFirings first = hourly(MissedRuns.FIRE_ALL).due(THREE, now, GRACE);
        assertThat(first.jobs()).isEqualTo(JobSchedule.LARGEST_STEP);
        assertThat(first.next().isDue(now)).isTrue();

        Instant resumed = THREE.plus(Duration.ofHours(JobSchedule.LARGEST_STEP));
        assertThat(first.next().at()).isEqualTo(resumed);
        assertThat(hourly(MissedRuns.FIRE_ALL).due(resumed, now, GRACE))
                .isEqualTo(new DueFirings(5, hourly(MissedRuns.FIRE_ALL).firingAfter(now)));
    }

    @Test
    void theLastRunOfAllIsFollowedByNone() {
        JobSchedule<Report> ended = schedule(new Never(), ZoneOffset.UTC, MissedRuns.FIRE_ALL);
        PlannedFiring never = new PlannedFiring("reports", "never Z", null);

        assertThat(ended.due(THREE, THREE.plusSeconds(1), GRACE)).isEqualTo(new DueFirings(1, never));
        assertThat(ended.firingAfter(THREE)).isEqualTo(never);
        assertThat(never.isDue(Instant.MAX)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1", "0"})
    void aCadenceThatDoesNotMoveOnIsRefused(int seconds) {
        Cadence stuck = cadence(after -> after.plusSeconds(seconds));

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> schedule(stuck, ZoneOffset.UTC, MissedRuns.SKIP).firingAfter(THREE))
                .withMessageContaining("'odd'");
    }

    @Test
    void aTimeBetweenTwoSecondsIsRefused() {
        Cadence uneven = cadence(after -> after.plusNanos(1));

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> schedule(uneven, ZoneOffset.UTC, MissedRuns.SKIP).firingAfter(THREE));
    }

    @Test
    void theDefinitionTellsCadencesAndZonesApart() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(schedule(HOURLY, berlin, MissedRuns.SKIP).definition())
                .isEqualTo(schedule(HOURLY, berlin, MissedRuns.FIRE_ALL).definition())
                .isNotEqualTo(schedule(HOURLY, ZoneOffset.UTC, MissedRuns.SKIP).definition())
                .isNotEqualTo(schedule(new Never(), berlin, MissedRuns.SKIP).definition());
    }

    @ParameterizedTest
    @CsvSource({"''", "Reports", "my reports", "9-reports"})
    void aNameIsLowerCaseWithHyphens(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(name));
    }

    @Test
    void aTimetableHoldsEachNameOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timetable(List.of(schedule("reports"), schedule("reports")), GRACE))
                .withMessage("there are two schedules named reports");
        assertThat(new Timetable(List.of(schedule("reports"), schedule("backups")), GRACE).schedules())
                .hasSize(2);
    }

    @Test
    void aTimetablesGraceIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timetable(List.of(), Duration.ofSeconds(-1)));
    }

    private static JobSchedule<Report> hourly(MissedRuns missed) {
        return schedule(HOURLY, ZoneOffset.UTC, missed);
    }

    private static JobSchedule<Report> schedule(String name) {
        return new JobSchedule<>(name, HOURLY, ZoneOffset.UTC, MissedRuns.SKIP, TYPE, new Report("weekly"));
    }

    private static JobSchedule<Report> schedule(Cadence cadence, ZoneId zone, MissedRuns missed) {
        return new JobSchedule<>("reports", cadence, zone, missed, TYPE, new Report("weekly"));
    }

    private static Cadence cadence(UnaryOperator<ZonedDateTime> next) {
        return new Cadence() {
            @Override
            public String text() {
                return "odd";
            }

            @Override
            public Optional<ZonedDateTime> next(ZonedDateTime after) {
                return Optional.of(next.apply(after));
            }
        };
    }
}
