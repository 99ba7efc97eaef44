package dev.sluice.domain.job.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule fires next, as the record shows it.
 *
 * @param schedule the schedule's name
 * @param definition the definition of the schedule that planned it
 * @param at a whole second, or null for never
 */
public record PlannedFiring(
        String schedule, String definition, @Nullable Instant at) {

    public boolean isDue(Instant now) {
        return at != null && !at.isAfter(now);
    }
}
