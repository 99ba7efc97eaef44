package dev.sluice.adapters.cache;

import java.time.Duration;

/** How much time one read may still spend on asking Redis. Used by one thread at a time. */
final class Budget {

    private long leftNanos;

    Budget(Duration all) {
        leftNanos = all.toNanos();
    }

    boolean isSpent() {
        return leftNanos <= 0;
    }

    void spend(long nanos) {
        leftNanos -= nanos;
    }
}
