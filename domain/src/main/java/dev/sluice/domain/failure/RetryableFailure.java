package dev.sluice.domain.failure;

/** A failure of an outside system that may be over when tried again. Its message holds no personal data. */
public final class RetryableFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RetryableFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
