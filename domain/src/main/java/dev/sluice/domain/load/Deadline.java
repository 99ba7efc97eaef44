package dev.sluice.domain.load;

import java.time.Duration;

/**
 * The moment by which something must be done, on the process's clock that only measures spans.
 *
 * @param nanos the moment by {@link System#nanoTime}
 */
public record Deadline(long nanos) {

    /** So long from now. */
    public static Deadline after(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** How much time is left; negative if it is over. */
    public Duration remaining() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    public boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }
}
