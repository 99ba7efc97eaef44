package dev.sluice.worker;

import dev.sluice.domain.load.LogContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Names requests as the API's log does. */
final class MdcLogContext implements LogContext {

    private static final String LOGGED_AS = "requestId";

    @Override
    public <T> T within(@Nullable String requestId, Supplier<T> step) {
        if (requestId == null) {
            return step.get();
        }
        try (MDC.MDCCloseable named = MDC.putCloseable(LOGGED_AS, requestId)) {
            return step.get();
        }
    }
}
