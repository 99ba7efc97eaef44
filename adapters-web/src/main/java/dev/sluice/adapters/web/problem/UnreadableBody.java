package dev.sluice.adapters.web.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** What is wrong with a body that Spring could not read. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Refusal refusal(HttpMessageNotReadableException failure) {
        RefusedBodyException refused = cause(failure, RefusedBodyException.class);
        if (refused != null) {
            return refused.refusal();
        }
        JacksonException unreadable = cause(failure, JacksonException.class);
        return unreadable == null
                ? Refusal.invalid(Violation.ofBody("", "required", "a JSON document is required"))
                : UnreadableJson.refusal(unreadable);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        @Nullable Throwable cause = failure.getCause();
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }
}
