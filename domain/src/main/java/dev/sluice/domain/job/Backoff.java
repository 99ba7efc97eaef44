package dev.sluice.domain.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long after a failed attempt the next one is due: {@code first * factor ^ (attempt - 1)}, but no longer than {@code
 * longest}, less what chance takes of it.
 *
 * @param factor at least 1, which keeps the pause as it is
 * @param jitter the part of the pause, from 0 to 1, that chance may take, so that jobs that failed together do not come
 *     back together
 */
public record Backoff(Duration first, double factor, Duration longest, double jitter) {

    public Backoff {
        require(!first.isNegative(), "a backoff is not negative");
        require(factor >= 1, "a backoff does not shrink");
        require(longest.compareTo(first) >= 0, "the longest backoff is at least the first");
        require(jitter >= 0 && jitter <= 1, "jitter is a part from 0 to 1");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** The same pause after each attempt. */
    public static Backoff fixed(Duration pause) {
        return new Backoff(pause, 1, pause, 0);
    }

    /** A pause that doubles with each attempt. */
    public static Backoff exponential(Duration first, Duration longest) {
        return new Backoff(first, 2, longest, 0);
    }

    /** The same, with chance taking up to this part of each pause. */
    public Backoff jittered(double part) {
        return new Backoff(first, factor, longest, part);
    }

    /** @param attempt the number of the attempt that failed, 1 for the first */
    public Duration after(int attempt, RandomGenerator chance) {
        double millis =
                Math.min((double) first.toMillis() * Math.pow(factor, attempt - 1), (double) longest.toMillis());
        double taken = jitter == 0 ? 0 : chance.nextDouble() * jitter;
        return Duration.ofMillis(Math.round(millis * (1 - taken)));
    }
}
