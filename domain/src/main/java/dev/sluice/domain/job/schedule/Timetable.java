package dev.sluice.domain.job.schedule;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All schedules that the code defines; what the record holds beside them is never fired.
 *
 * @param grace how late a run may be without counting as missed
 */
public record Timetable(List<JobSchedule<?>> schedules, Duration grace) {

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

    private static void refuse(String name) {
        throw new IllegalArgumentException("there are two schedules named " + name);
    }
}
