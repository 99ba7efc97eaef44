package dev.sluice.domain.job.schedule;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A job that is enqueued at each time of a cadence.
 *
 * @param name its name in the record, lower-case with hyphens: under another name it is another schedule
 * @param zone the time zone whose clocks the cadence goes by
 * @param missed what becomes of runs that nobody was there to fire
 * @param payload what each of its jobs is about
 * @param <P> the type of the payload
 */
public record JobSchedule<P>(String name, Cadence cadence, ZoneId zone, MissedRuns missed, JobType<P> type, P payload) {

    /** How many missed runs are made up for at a time, so that a transaction stays short. */
    static final int LARGEST_STEP = 100;

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public JobSchedule {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a schedule is named by lower-case letters, digits and hyphens: " + name);
        }
    }

    /** What decides about its times: when this changes, what was planned before no longer counts. */
    public String definition() {
        return cadence.text() + " " + zone.getId();
    }

    /** A job of it. */
    public JobRequest<P> request(JobId id) {
        return JobRequest.of(id, type, payload);
    }

    /** Its first firing after a time. */
    public PlannedFiring firingAfter(Instant time) {
        return planned(next(time).orElse(null));
    }

    /**
     * What it has to do at a time at or after that of a planned firing.
     *
     * @param grace how late a run may be without counting as missed
     */
    public DueFirings due(Instant planned, Instant now, Duration grace) {
        return switch (missed) {
            case SKIP -> new DueFirings(passedSince(planned, now.minus(grace), now) ? 1 : 0, firingAfter(now));
            case FIRE_ONCE -> new DueFirings(1, firingAfter(now));
            case FIRE_ALL -> each(planned, now);
        };
    }

    /** Whether one of its runs lies between two times, the ends included. */
    private boolean passedSince(Instant planned, Instant from, Instant now) {
        return !planned.isBefore(from)
                || next(from.minusNanos(1)).filter(run -> !run.isAfter(now)).isPresent();
    }

    private DueFirings each(Instant planned, Instant now) {
        int jobs = 0;
        @Nullable Instant at = planned;
        for (; at != null && !at.isAfter(now) && jobs < LARGEST_STEP; jobs++) {
            at = next(at).orElse(null);
        }
        return new DueFirings(jobs, planned(at));
    }

    private PlannedFiring planned(@Nullable Instant at) {
        return new PlannedFiring(name, definition(), at);
    }

    private Optional<Instant> next(Instant time) {
        return cadence.next(time.atZone(zone)).map(ZonedDateTime::toInstant).map(next -> checked(next, time));
    }

    /** A cadence that stood still would fire without end. */
    private Instant checked(Instant next, Instant time) {
        if (!next.isAfter(time) || !next.equals(next.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalStateException("after " + time + " the cadence '" + cadence.text() + "' gives " + next
                    + ", no later whole second");
        }
        return next;
    }
}
