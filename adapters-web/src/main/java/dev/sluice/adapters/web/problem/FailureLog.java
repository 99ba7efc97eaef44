package dev.sluice.adapters.web.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of failures nobody expected: their classes and stack frames, but no message, which may hold personal data. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int DEEPEST = 5;
    private static final int FRAMES = 40;

    private FailureLog() {}

    static void record(String requestId, Throwable failure) {
        LOG.error("request {} failed: {}", requestId, trace(failure));
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            trace.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> trace.append("\n\tat ").append(frame));
            cause = cause.getCause();
        }
        return trace.toString();
    }
}
