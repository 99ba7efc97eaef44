package dev.sluice.domain.failure;

/** A failure of an outside system that may be over when tried again. Its message holds no personal data. */
public sealed class RetryableFailure extends RuntimeException permits Overloaded {

    private static final long serialVersionUID = 1;

    public RetryableFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** For a failure that happens by the thousand, when there is no time to note where. */
    RetryableFailure(String message) {
        super(message, null, false, false);
    }
}
