package dev.sluice.domain.job;

import java.time.Duration;

/** How many jobs may start in a span: a token bucket of that size that fills up in that span. */
public record Rate(int jobs, Duration per) {

    public Rate {
        if (jobs < 1) {
            throw new IllegalArgumentException("a rate lets at least one job start");
        }
        if (!per.isPositive()) {
            throw new IllegalArgumentException("the span of a rate is positive");
        }
    }
}
