package dev.sluice.adapters.web.problem;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures that are over when tried again: no free connection in time, or a service out of reach. */
final class Overload {

    private static final int DEEPEST = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Overload() {}

    /** The answer to such a failure, if it is one. */
    static Optional<Refusal> refusal(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RetryableFailure || cause instanceof SQLTransientException) {
                Duration retryAfter = cause instanceof Overloaded overloaded ? overloaded.retryAfter() : RETRY_AFTER;
                return Optional.of(Refusal.of(ProblemType.UNAVAILABLE, "Try again in a moment.")
                        .retryAfter(retryAfter));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
