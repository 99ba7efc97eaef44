package dev.sluice.application.job;

import java.time.Duration;

/**
 * How the dispatcher works.
 *
 * @param window how many jobs of a queue may be dispatched and unclaimed at most; with few slots in the living workers,
 *     only four times their number
 * @param lease for how long the dispatcher leads without renewing; its successor waits that long
 * @param lostAfter how long a dispatched job stays unclaimed until its message may be taken for lost
 * @param limits what bounds the jobs under way
 */
public record DispatcherSettings(int window, Duration lease, Duration lostAfter, JobLimits limits) {

    public DispatcherSettings {
        if (window < 1) {
            throw new IllegalArgumentException("the dispatch window has room for at least one job");
        }
    }

    /** How many jobs may be dispatched and unclaimed for workers with so many slots. */
    int windowFor(int slots) {
        return Math.min(window, 4 * slots);
    }
}
