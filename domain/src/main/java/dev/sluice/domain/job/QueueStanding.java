package dev.sluice.domain.job;

import java.time.Duration;

/**
 * How a queue gets on.
 *
 * @param oldest how long the job has been due that waits longest for an attempt to begin, zero if none is due; with more
 *     than a thousand different pairs of group and priority waiting, of a thousand of them
 * @param unripe how long the job has been due that waits longest for the dispatcher to notice, zero if none does
 * @param slots how many jobs the living workers that serve the queue run at a time
 * @param busy how many jobs, of whatever queue, those workers run
 * @param begun how many attempts have begun, as far as the workers have told
 */
public record QueueStanding(Duration oldest, Duration unripe, int slots, int busy, long begun) {

    /** Whether any living worker serves the queue. */
    public boolean isServed() {
        return slots > 0;
    }

    /** Whether all workers that serve the queue have their hands full. */
    public boolean isBusy() {
        return isServed() && busy >= slots;
    }
}
