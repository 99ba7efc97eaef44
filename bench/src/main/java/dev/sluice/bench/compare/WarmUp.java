package dev.sluice.bench.compare;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Load before a process is measured, until it has compiled what matters: as long as each time brings clearly more than
 * the last. How long that takes depends on the machine.
 *
 * @param span how long the load lasts each time
 */
record WarmUp(Duration span) {

    private static final double CLEARLY = 1.1;
    private static final int LIMIT = 6;

    /** @param load lasts that long and yields what it reached in a second */
    void run(ToDoubleFunction<Duration> load) {
        double last = 0;
        double rate = load.applyAsDouble(span);
        for (int time = 1; time < LIMIT && rate > last * CLEARLY; time++) {
            last = rate;
            rate = load.applyAsDouble(span);
        }
    }
}
