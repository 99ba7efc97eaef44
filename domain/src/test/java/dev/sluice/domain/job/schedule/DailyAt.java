package dev.sluice.domain.job.schedule;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The cadence of one time a day by the clocks of the zone. */
public record DailyAt(LocalTime time) implements Cadence {

    @Override
    public String text() {
        return "daily at " + time;
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        ZonedDateTime today = after.toLocalDate().atTime(time).atZone(after.getZone());
        ZonedDateTime tomorrow = after.toLocalDate().plusDays(1).atTime(time).atZone(after.getZone());
        return Optional.of(today.isAfter(after) ? today : tomorrow);
    }
}
