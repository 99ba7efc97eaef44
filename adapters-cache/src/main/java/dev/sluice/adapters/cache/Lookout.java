package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;

/** How long and how often a reader looks for what another process fetches. Used by one thread. */
final class Lookout {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** After how many looks it tries to get the lease: the other process may have died or failed. */
    private static final int LOOKS_FOR_A_TRY = 5;

    private final long endNanos;
    private int looks;

    /** @param patience begins now */
    Lookout(Duration patience) {
        endNanos = System.nanoTime() + patience.toNanos();
    }

    /** Waits for the next look; false if there is none any more. */
    boolean awaitNext() {
        if (System.nanoTime() - endNanos >= 0) {
            return false;
        }
        pause();
        looks++;
        return true;
    }

    boolean isTimeForATry() {
        return looks % LOOKS_FOR_A_TRY == 0;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for another process's fetch", e);
        }
    }
}
