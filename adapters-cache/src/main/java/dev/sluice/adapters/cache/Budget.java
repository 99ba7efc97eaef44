package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.StoreTime;
import java.time.Duration;

/**
 * How much time may still be spent on waiting for Redis.
 *
 * @param all how much there was
 * @param spent on what
 */
record Budget(Duration all, StoreTime spent) {

    /** That of the request that this thread works for. */
    static Budget ofRequest(Duration all) {
        return new Budget(all, StoreTime.current());
    }

    /** One that nobody has spent any of. */
    static Budget fresh(Duration all) {
        return new Budget(all, new StoreTime());
    }

    boolean isSpent() {
        return left().isZero();
    }

    /** Not negative. */
    Duration left() {
        Duration left = all.minus(spent.waited());
        return left.isNegative() ? Duration.ZERO : left;
    }

    void spend(Duration waiting) {
        spent.add(waiting);
    }
}
