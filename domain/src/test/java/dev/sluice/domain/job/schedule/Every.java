package dev.sluice.domain.job.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The cadence of whole multiples of a span since the epoch, whatever the clocks of the zone say. */
public record Every(Duration span) implements Cadence {

    @Override
    public String text() {
        return "every " + span;
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        long passed = after.toEpochSecond() / span.toSeconds();
        Instant next = Instant.ofEpochSecond((passed + 1) * span.toSeconds());
        return Optional.of(next.atZone(after.getZone()));
    }
}
