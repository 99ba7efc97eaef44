package dev.sluice.domain.job.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All schedules that the code defines; what the record holds beside them is never fired.
 *
 * @param grace how late a run may be without counting as missed
 */
public record Timetable(List<JobSchedule<?>> schedules, Duration grace) {

    /** So long a release may be rolled back, or not be running, before its schedules are forgotten. */
    private static final Duration LEFT_ALONE = Duration.ofDays(7);

    public Timetable {
        schedules = List.copyOf(schedules);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("the grace for late runs is not negative");
        }
        Set<String> names = new HashSet<>();
        schedules.stream()
                .map(JobSchedule::name)
                .filter(name -> !names.add(name))
                .forEach(Timetable::refuse);
    }

    /**
     * Whether what is planned can be forgotten: no schedule here has its name, and for a week nobody else has fired it, as
     * a newer release would have done. What never fires is not missed either.
     */
    public boolean hasDropped(PlannedFiring planned, Instant now) {
        Instant at = planned.at();
        return schedules.stream().noneMatch(schedule -> schedule.name().equals(planned.schedule()))
                && (at == null || at.isBefore(now.minus(LEFT_ALONE)));
    }

    private static void refuse(String name) {
        throw new IllegalArgumentException("there are two schedules named " + name);
    }
}
