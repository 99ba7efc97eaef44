package dev.sluice.adapters.messaging;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the broker is in reach, as this process last saw it. Logs changes only, and spares whoever could do without
 * the broker the wait for it: after a failure it is left alone for a while.
 */
final class Reachability {

    private static final System.Logger LOG = System.getLogger(Reachability.class.getName());

    private final RetryPause pauses;
    private final LongSupplier nanoTime;

    private boolean missed;
    private long missedAt;
    private Duration pause = Duration.ZERO;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    Reachability(RetryPause pauses, LongSupplier nanoTime) {
        this.pauses = pauses;
        this.nanoTime = nanoTime;
    }

    synchronized boolean isWorthTrying() {
        return !missed || nanoTime.getAsLong() - missedAt >= pause.toNanos();
    }

    synchronized void reached() {
        if (missed) {
            LOG.log(Level.INFO, "the broker is back in reach");
        }
        missed = false;
    }

    synchronized void missed(Throwable failure) {
        if (!missed) {
            LOG.log(Level.WARNING, "the broker is out of reach: {0}", Channels.reason(failure));
        }
        missed = true;
        missedAt = nanoTime.getAsLong();
        pause = pauses.next();
    }
}
