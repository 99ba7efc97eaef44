package dev.sluice.domain.job;

import dev.sluice.domain.job.Backlog.Waiting;
import java.time.Instant;

/** Shares of lanes at which nobody has looked. */
public final class LaneShares {

    private LaneShares() {}

    /** So many, from the very first on. */
    public static LaneShare first(Lane lane, int jobs) {
        return new LaneShare(new Waiting(lane, jobs, Priority.HIGHEST, Instant.EPOCH), jobs);
    }
}
