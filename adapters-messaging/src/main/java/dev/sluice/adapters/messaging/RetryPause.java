package dev.sluice.adapters.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long the broker is left alone: half as long as is set to half as long again, at random, so that processes that have
 * lost it together do not all come back together.
 *
 * @param chance yields numbers from 0 to 1
 */
record RetryPause(Duration about, DoubleSupplier chance) {

    static RetryPause of(Duration about) {
        return new RetryPause(about, () -> ThreadLocalRandom.current().nextDouble());
    }

    Duration next() {
        return Duration.ofNanos(Math.round(about.toNanos() * (0.5 + chance.getAsDouble())));
    }
}
