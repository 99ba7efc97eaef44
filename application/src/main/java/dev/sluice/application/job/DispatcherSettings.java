package dev.sluice.application.job;

import java.time.Duration;

/**
 * How the dispatcher works.
 *
 * @param window how many jobs of a queue may be dispatched and unclaimed: about twice the slots of its workers
 * @param lease for how long the dispatcher leads without renewing; its successor waits that long
 * @param lostAfter how long a dispatched job stays unclaimed, with nothing left in its queue, until its message is taken
 *     for lost
 */
public record DispatcherSettings(int window, Duration lease, Duration lostAfter) {

    public DispatcherSettings {
        if (window < 1) {
            throw new IllegalArgumentException("the dispatch window has room for at least one job");
        }
    }
}
