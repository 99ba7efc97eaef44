package dev.sluice.domain.job.schedule;

import java.time.ZonedDateTime;
import java.util.Optional;

/** The cadence without any time. */
public record Never() implements Cadence {

    @Override
    public String text() {
        return "never";
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        return Optional.empty();
    }
}
