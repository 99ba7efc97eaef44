package dev.sluice.application.job.event;

import dev.sluice.domain.job.JobEvent;
import java.util.List;

/**
 * What a subscription has heard since it was last asked; nothing if no event came in time.
 *
 * @param gap whether events may be missing before these: what matters is to be read anew from the record
 */
public record HeardEvents(boolean gap, List<JobEvent> events) {

    public HeardEvents {
        events = List.copyOf(events);
    }

    public boolean isNothing() {
        return !gap && events.isEmpty();
    }
}
