package dev.sluice.application.job;

import java.time.Duration;

/**
 * How a worker process works.
 *
 * @param concurrency how many jobs it runs at a time
 * @param lease for how long its claims hold without a heartbeat; it beats three times as often
 * @param drain how long it waits for running jobs when it stops
 * @param poll how long a due job waits at most for the dispatcher if no wake-up comes, and an orphan for rescue
 */
public record WorkerSettings(int concurrency, Duration lease, Duration drain, Duration poll) {

    public WorkerSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("a worker runs at least one job at a time");
        }
    }

    Duration heartbeat() {
        return lease.dividedBy(3);
    }

    /** How late an attempt learns at most that its claim is lost or its time is over. */
    Duration watch() {
        return Duration.ofMillis(Math.min(1_000, lease.toMillis() / 5));
    }

    Duration leaseWatch() {
        return lease.dividedBy(15);
    }
}
