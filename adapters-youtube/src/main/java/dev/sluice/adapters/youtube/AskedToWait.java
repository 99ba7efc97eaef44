package dev.sluice.adapters.youtube;

import java.time.Duration;

/** YouTube refuses for now, and says when to ask again. */
final class AskedToWait extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration delay;

    AskedToWait(Duration delay, Throwable refusal) {
        super("YouTube asks to wait " + delay, refusal);
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }
}
