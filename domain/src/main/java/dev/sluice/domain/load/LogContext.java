package dev.sluice.domain.load;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the log says about all that a thread logs at a time. Safe for use by many threads. */
public interface LogContext {

    /**
     * Does a step on the calling thread; what it logs names the request.
     *
     * @param requestId null if there is none to name
     */
    <T> T within(@Nullable String requestId, Supplier<T> step);
}
