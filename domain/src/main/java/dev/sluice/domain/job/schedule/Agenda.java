package dev.sluice.domain.job.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the record had planned at one time.
 *
 * @param now that time, by the record's own clock
 */
public record Agenda(Instant now, List<PlannedFiring> firings) {

    public Agenda {
        firings = List.copyOf(firings);
    }

    /** When a schedule fires next; empty if it is not on record. */
    public Optional<PlannedFiring> of(String schedule) {
        return firings.stream()
                .filter(firing -> firing.schedule().equals(schedule))
                .findAny();
    }
}
