package dev.sluice.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * How many jobs may be dispatched or running at a time, and how many may start in a span; null sets no bound.
 *
 * @param concurrency from 0, which lets none start
 */
public record Limit(@Nullable Integer concurrency, @Nullable Rate rate) {

    public static final Limit NONE = new Limit(null, null);

    public Limit {
        if (concurrency != null && concurrency < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }
}
