package dev.sluice.application.job;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about, for at most ten seconds. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Eventually() {}

    public static void holds(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new AssertionError("what the test waits for has not come about in " + LONGEST);
            }
            Thread.onSpinWait();
        }
    }
}
