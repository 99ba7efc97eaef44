package dev.sluice.domain.job;

import java.time.Duration;
import java.time.Instant;

/** When a job may begin. */
public sealed interface Start {

    /** As soon as its transaction has committed. */
    record Now() implements Start {}

    /** So long after it was enqueued, by the clock of the record. */
    record After(Duration delay) implements Start {
        public After {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("a delay is not negative");
            }
        }
    }

    /** At that time, by the clock of the record. */
    record At(Instant time) implements Start {}

    /**
     * When so many jobs that name it as their parent have succeeded or been cancelled. A child that died keeps it
     * waiting until the child has been retried by hand.
     *
     * @param children how many it waits for, at least one
     */
    record AfterChildren(int children) implements Start {
        public AfterChildren {
            if (children < 1) {
                throw new IllegalArgumentException("a job waits for at least one child");
            }
        }
    }
}
