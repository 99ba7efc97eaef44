package dev.sluice.application.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.application.channel.RefreshChannel;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.schedule.Agenda;
import dev.sluice.domain.job.schedule.Cadence;
import dev.sluice.domain.job.schedule.DailyAt;
import dev.sluice.domain.job.schedule.Every;
import dev.sluice.domain.job.schedule.InMemoryJobSchedules;
import dev.sluice.domain.job.schedule.JobSchedule;
import dev.sluice.domain.job.schedule.JobSchedules;
import dev.sluice.domain.job.schedule.MissedRuns;
import dev.sluice.domain.job.schedule.Never;
import dev.sluice.domain.job.schedule.PlannedFiring;
import dev.sluice.domain.job.schedule.Timetable;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RefreshChannel.Payload PAYLOAD = new RefreshChannel.Payload(new UUID(0, 1));

    private final SettableClock databaseClock = new SettableClock(Instant.parse("2026-03-28T12:00:00Z"));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs jobs = new InMemoryJobs(databaseClock, transactions);
    private final JobSchedules record = new InMemoryJobSchedules(transactions, databaseClock);
    private final List<String> counts = new ArrayList<>();
    private int wakeUps;

    @Test
    void aNewScheduleWaitsForItsFirstTime() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.FIRE_ALL));

        assertThat(scheduler.runOnce()).isFalse();
        databaseClock.advance(HOUR.minusMillis(1));
        scheduler.runOnce();

        assertThat(enqueued()).isEmpty();
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T13:00:00Z"));
    }

    @Test
    void atItsTimeOneJobOfItsTypeIsEnqueuedAndTheDispatcherWoken() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.SKIP));
        scheduler.runOnce();

        databaseClock.advance(HOUR);
        scheduler.runOnce();
        scheduler.runOnce();

        assertThat(enqueued()).singleElement().extracting(Job::type).isEqualTo("refresh-channel");
        assertThat(wakeUps).isEqualTo(1);
        assertThat(counts).containsExactly("job.firings schedule hourly outcome fired");
    }

    @Test
    void ofThreeWorkersOneFiresWhateverTheirClocksSay() {
        List<Scheduler> workers = Stream.of(Duration.ZERO, Duration.ofHours(2), Duration.ofHours(-2))
                .map(wrong -> scheduler(InstantSource.offset(databaseClock, wrong), hourly(MissedRuns.FIRE_ALL)))
                .toList();
        workers.forEach(Scheduler::runOnce);

        for (int firing = 1; firing <= 3; firing++) {
            databaseClock.advance(HOUR);
            workers.forEach(Scheduler::runOnce);
            assertThat(enqueued()).hasSize(firing);
        }
    }

    @Test
    void whoHasSeenWhatAnotherHasFiredSinceEnqueuesNothing() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.FIRE_ALL));
        scheduler.runOnce();
        databaseClock.advance(HOUR);
        Agenda seen = record.agenda();
        Scheduler late = scheduler(new StaleRecord(record, seen), InstantSource.system(), hourly(MissedRuns.FIRE_ALL));

        scheduler.runOnce();
        assertThat(late.runOnce()).isFalse();

        assertThat(enqueued()).hasSize(1);
    }

    @Test
    void whoSkipsMissedRunsWaitsForTheNextTime() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.SKIP));
        scheduler.runOnce();

        databaseClock.advance(HOUR.multipliedBy(5).plus(GRACE).plusSeconds(1));
        assertThat(scheduler.runOnce()).isFalse();

        assertThat(enqueued()).isEmpty();
        assertThat(wakeUps).isZero();
        assertThat(counts).containsExactly("job.firings schedule hourly outcome skipped");
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T18:00:00Z"));
    }

    @Test
    void oneJobStandsForAllMissedRuns() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.FIRE_ONCE));
        scheduler.runOnce();

        databaseClock.advance(HOUR.multipliedBy(5).plus(GRACE).plusSeconds(1));
        assertThat(scheduler.runOnce()).isFalse();
        scheduler.runOnce();

        assertThat(enqueued()).hasSize(1);
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T18:00:00Z"));
    }

    @Test
    void eachMissedRunIsMadeUpForAHundredAtATime() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.FIRE_ALL));
        scheduler.runOnce();

        databaseClock.advance(HOUR.multipliedBy(205));
        assertThat(scheduler.runOnce()).isTrue();
        assertThat(fired()).isEqualTo(100);
        assertThat(scheduler.runOnce()).isTrue();
        assertThat(scheduler.runOnce()).isFalse();

        assertThat(fired()).isEqualTo(205);
    }

    @Test
    void aDailyScheduleKeepsToTheClocksOfItsZoneOverAChange() {
        Scheduler scheduler = scheduler(
                schedule("daily", new DailyAt(LocalTime.of(9, 0)), ZoneId.of("Europe/Berlin"), MissedRuns.FIRE_ALL));
        scheduler.runOnce();
        // The clocks go forward in this night.
        assertThat(planned("daily")).isEqualTo(Instant.parse("2026-03-29T07:00:00Z"));

        databaseClock.advance(Duration.ofHours(19));
        scheduler.runOnce();

        assertThat(enqueued()).hasSize(1);
        assertThat(planned("daily")).isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void aScheduleThatTheCodeNoLongerDefinesIsNotFired() {
        scheduler(hourly(MissedRuns.FIRE_ALL)).runOnce();
        databaseClock.advance(HOUR);

        scheduler(schedule("other", new Every(HOUR), ZoneOffset.UTC, MissedRuns.FIRE_ALL))
                .runOnce();
        scheduler().runOnce();

        assertThat(enqueued()).isEmpty();
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T13:00:00Z"));
    }

    @Test
    void aScheduleThatNobodyHasHadForAWeekIsForgotten() {
        scheduler(hourly(MissedRuns.FIRE_ALL)).runOnce();
        databaseClock.advance(HOUR.plusDays(7));
        scheduler().runOnce();
        assertThat(record.agenda().of("hourly")).isPresent();

        databaseClock.advance(Duration.ofSeconds(1));
        scheduler().runOnce();

        assertThat(record.agenda().of("hourly")).isEmpty();
        assertThat(enqueued()).isEmpty();
    }

    @Test
    void aScheduleThatIsOverdueForWeeksIsFiredByWhoHasIt() {
        Scheduler scheduler = scheduler(hourly(MissedRuns.FIRE_ONCE));
        scheduler.runOnce();
        databaseClock.advance(Duration.ofDays(30));
        scheduler.runOnce();

        assertThat(enqueued()).hasSize(1);
    }

    @Test
    void aScheduleThatChangesIsPlannedAnewFromNow() {
        scheduler(hourly(MissedRuns.FIRE_ALL)).runOnce();
        databaseClock.advance(Duration.ofMinutes(10));

        scheduler(schedule("hourly", new Every(Duration.ofMinutes(15)), ZoneOffset.UTC, MissedRuns.FIRE_ALL))
                .runOnce();

        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T12:15:00Z"));
        assertThat(enqueued()).isEmpty();
    }

    @Test
    void aRunThatIsDueWhenItsScheduleChangesIsNotLost() {
        scheduler(hourly(MissedRuns.SKIP)).runOnce();
        databaseClock.advance(HOUR);

        scheduler(schedule("hourly", new Every(HOUR.multipliedBy(6)), ZoneOffset.UTC, MissedRuns.SKIP))
                .runOnce();

        assertThat(enqueued()).hasSize(1);
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T18:00:00Z"));
    }

    @Test
    void whatWasSwitchedOffMakesUpForNothingWhenItIsSwitchedOnAgain() {
        scheduler(hourly(MissedRuns.FIRE_ALL)).runOnce();
        scheduler(schedule("hourly", new Never(), ZoneOffset.UTC, MissedRuns.FIRE_ALL))
                .runOnce();
        databaseClock.advance(HOUR.multipliedBy(9));

        scheduler(hourly(MissedRuns.FIRE_ALL)).runOnce();

        assertThat(enqueued()).isEmpty();
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
    }

    @Test
    void aScheduleThatFailsDoesNotHoldUpTheOthers() {
        Cadence stuck = new Every(Duration.ofSeconds(-1));
        Scheduler scheduler =
                scheduler(schedule("stuck", stuck, ZoneOffset.UTC, MissedRuns.SKIP), hourly(MissedRuns.SKIP));
        scheduler.runOnce();

        databaseClock.advance(HOUR);
        scheduler.runOnce();

        assertThat(enqueued()).hasSize(1);
        assertThat(counts).contains("job.firings schedule stuck outcome failed");
    }

    @Test
    void ifTheJobCannotBeEnqueuedTheScheduleStaysDue() {
        RetryableFailure failure = new RetryableFailure("the database cannot answer now", new IllegalStateException());
        Scheduler scheduler = scheduler(hourly(MissedRuns.SKIP));
        scheduler.runOnce();
        databaseClock.advance(HOUR);
        Scheduler failing = scheduler(
                () -> {
                    throw failure;
                },
                hourly(MissedRuns.SKIP));

        assertThatThrownBy(failing::runOnce).isSameAs(failure);
        assertThat(planned("hourly")).isEqualTo(Instant.parse("2026-03-28T13:00:00Z"));

        scheduler.runOnce();
        assertThat(enqueued()).hasSize(1);
    }

    private static JobSchedule<?> hourly(MissedRuns missed) {
        return schedule("hourly", new Every(HOUR), ZoneOffset.UTC, missed);
    }

    private static JobSchedule<?> schedule(String name, Cadence cadence, ZoneId zone, MissedRuns missed) {
        return new JobSchedule<>(name, cadence, zone, missed, RefreshChannel.TYPE, PAYLOAD);
    }

    private Scheduler scheduler(JobSchedule<?>... schedules) {
        return scheduler(record, InstantSource.system(), schedules);
    }

    private Scheduler scheduler(InstantSource wallClock, JobSchedule<?>... schedules) {
        return scheduler(record, wallClock, schedules);
    }

    private Scheduler scheduler(JobSchedules schedules, InstantSource wallClock, JobSchedule<?>... defined) {
        return new Scheduler(
                new Timetable(List.of(defined), GRACE),
                schedules,
                jobs,
                transactions,
                () -> wakeUps++,
                new Ids(wallClock),
                (times, counter, tags) -> counts.add(counter + " " + String.join(" ", tags)));
    }

    private List<Job> enqueued() {
        return jobs.list(JobFilter.ALL, PageRequest.first(PageRequest.LARGEST)).items();
    }

    private long fired() {
        return counts.stream().filter(count -> count.endsWith(" fired")).count();
    }

    private @Nullable Instant planned(String schedule) {
        return record.agenda().of(schedule).orElseThrow().at();
    }

    /** The record as a worker knows it that was held up after it had looked. */
    private record StaleRecord(JobSchedules current, Agenda agenda) implements JobSchedules {

        @Override
        public boolean add(PlannedFiring first) {
            return current.add(first);
        }

        @Override
        public boolean replace(PlannedFiring seen, PlannedFiring next) {
            return current.replace(seen, next);
        }

        @Override
        public void remove(PlannedFiring seen) {
            current.remove(seen);
        }
    }
}
