package dev.sluice.local.console;

import java.util.Objects;

/** A failure whose message tells a person all there is to know: it is shown as it is, without a stack trace. */
public final class PlainFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlainFailure(String message) {
        super(message);
    }

    public PlainFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to tell. */
    public String text() {
        return Objects.toString(getMessage());
    }
}
