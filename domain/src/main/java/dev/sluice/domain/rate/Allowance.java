package dev.sluice.domain.rate;

import java.time.Duration;

/**
 * How many requests may be made in a window, which begins with the first of them. They may come all at once.
 *
 * @param requests from 1 to a billion
 * @param window whole seconds, from one to an hour
 */
public record Allowance(long requests, Duration window) {

    private static final long MOST = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int SHARE_UNCOUNTED = 10;

    public Allowance {
        if (requests < 1 || requests > MOST) {
            throw new IllegalArgumentException("an allowance is from 1 to " + MOST + " requests, not " + requests);
        }
        if (!window.equals(Duration.ofSeconds(window.toSeconds()))
                || !window.isPositive()
                || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window is whole seconds from 1s to 1h, not " + window);
        }
    }

    /** The part of it that each process lets pass of what changes something, while nobody counts for all of them. */
    public Allowance uncounted() {
        return new Allowance(Math.max(1, requests / SHARE_UNCOUNTED), window);
    }
}
