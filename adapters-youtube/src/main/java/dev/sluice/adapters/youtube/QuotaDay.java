package dev.sluice.adapters.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day as YouTube counts its quota: one of Pacific Time. It begins a minute late here, so that a clock that runs ahead
 * books no call of the old day on the new one, nor takes the old day's end for the new one's.
 */
record QuotaDay(LocalDate date) {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Duration MARGIN = Duration.ofMinutes(1);

    static QuotaDay at(Instant time) {
        return new QuotaDay(LocalDate.ofInstant(time.minus(MARGIN), PACIFIC));
    }

    /** When the next day begins. */
    Instant end() {
        return date.plusDays(1).atStartOfDay(PACIFIC).toInstant().plus(MARGIN);
    }
}
