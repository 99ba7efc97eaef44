package dev.sluice.adapters.web.problem;

import java.time.Duration;

/** How long to wait, as header fields say it. */
public final class WholeSeconds {

    private WholeSeconds() {}

    /** Rounded up: who comes sooner is refused again. */
    public static long of(Duration span) {
        return span.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
