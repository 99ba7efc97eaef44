package dev.sluice.domain.failure;

import java.time.Duration;

/**
 * There is no room for this piece of work now. It costs next to nothing to throw: it has neither a stack trace nor a
 * cause.
 */
public final class Overloaded extends RetryableFailure {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /** @param retryAfter after which time there may be room again */
    public Overloaded(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
