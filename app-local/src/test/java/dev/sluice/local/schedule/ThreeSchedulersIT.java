package dev.sluice.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.application.channel.RefreshAllChannels;
import dev.sluice.application.job.Loop;
import dev.sluice.application.job.schedule.Scheduler;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.schedule.Cadence;
import dev.sluice.domain.job.schedule.JobSchedule;
import dev.sluice.domain.job.schedule.JobSchedules;
import dev.sluice.domain.job.schedule.MissedRuns;
import dev.sluice.domain.job.schedule.PlannedFiring;
import dev.sluice.domain.job.schedule.Timetable;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.local.database.SharedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Three workers' schedulers, two of them with clocks that are two hours off, on one database. */
@ParameterizedClass
@EnumSource
final class ThreeSchedulersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JobSchedule<RefreshAllChannels.Payload> EVERY_SECOND = new JobSchedule<>(
            "every-second",
            new EverySecond(),
            ZoneOffset.UTC,
            MissedRuns.FIRE_ALL,
            RefreshAllChannels.TYPE,
            new RefreshAllChannels.Payload());

    private final SharedDatabase database;
    private final JobSchedules schedules;

    ThreeSchedulersIT(PostgresVersion version) {
        database = SharedDatabase.started(version);
        schedules = database.get(JobSchedules.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachTimeIsFiredOnce() {
        Instant first = planned(EVERY_SECOND.firingAfter(schedules.agenda().now()));

        runUntilFiredAt(first.plusSeconds(4));

        assertThat(enqueued()).hasSize(secondsFrom(first));
    }

    @Test
    void eachMissedTimeIsMadeUpForOnce() {
        Instant first = schedules.agenda().now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1_500);
        planned(new PlannedFiring(EVERY_SECOND.name(), EVERY_SECOND.definition(), first));

        runUntilFiredAt(first.plusSeconds(1_500));

        assertThat(enqueued()).hasSize(secondsFrom(first));
    }

    private Instant planned(PlannedFiring firing) {
        assertThat(schedules.add(firing)).isTrue();
        return next();
    }

    private Instant next() {
        return Objects.requireNonNull(
                schedules.agenda().of(EVERY_SECOND.name()).orElseThrow().at());
    }

    /** How many times were due before the one that is planned now. */
    private int secondsFrom(Instant first) {
        return Math.toIntExact(Duration.between(first, next()).toSeconds());
    }

    private void runUntilFiredAt(Instant last) {
        List<Loop> workers = Stream.of(Duration.ZERO, Duration.ofHours(2), Duration.ofHours(-2))
                .map(wrong -> scheduler(InstantSource.offset(InstantSource.system(), wrong)))
                .map(scheduler -> new Loop("scheduler", Duration.ofMillis(5), scheduler::runOnce))
                .toList();
        workers.forEach(Loop::start);
        try {
            await().atMost(PATIENCE).until(() -> next().isAfter(last));
        } finally {
            workers.forEach(Loop::close);
        }
    }

    private Scheduler scheduler(InstantSource wallClock) {
        return new Scheduler(
                new Timetable(List.of(EVERY_SECOND), Duration.ofMinutes(1)),
                schedules,
                database.get(Jobs.class),
                database.get(Transactions.class),
                () -> {},
                new Ids(wallClock),
                (times, counter, tags) -> {});
    }

    private List<Job> enqueued() {
        List<Job> found = new ArrayList<>();
        @Nullable UUID next = null;
        do {
            Page<Job> page = database.get(Jobs.class).list(JobFilter.ALL, new PageRequest(PageRequest.LARGEST, next));
            found.addAll(page.items());
            next = page.next();
        } while (next != null);
        return found;
    }

    private record EverySecond() implements Cadence {

        @Override
        public String text() {
            return "every second";
        }

        @Override
        public Optional<ZonedDateTime> next(ZonedDateTime after) {
            return Optional.of(after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        }
    }
}
