package dev.sluice.application.access;

import java.util.function.LongSupplier;

/** How many unknown keys may be looked up: a hundred at once, and fifty a second. Safe for use by many threads. */
final class Strangers {

    private static final double BURST = 100;
    private static final double PER_NANO = 50 / 1e9;

    private final LongSupplier nanoTime;
    private double left = BURST;
    private long since;

    Strangers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    synchronized boolean admit() {
        long now = nanoTime.getAsLong();
        left = Math.min(BURST, left + (now - since) * PER_NANO);
        since = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** It was none: its place is free again. */
    synchronized void welcome() {
        left = Math.min(BURST, left + 1);
    }
}
