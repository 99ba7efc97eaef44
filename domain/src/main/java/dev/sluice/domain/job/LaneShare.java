package dev.sluice.domain.job;

import dev.sluice.domain.job.Backlog.Waiting;

/**
 * How many jobs of a lane are to be dispatched, from the one on that was seen to be the first of it. One that has come in
 * front of it since is left to the next look.
 */
public record LaneShare(Waiting waiting, int jobs) {

    public Lane lane() {
        return waiting.lane();
    }
}
