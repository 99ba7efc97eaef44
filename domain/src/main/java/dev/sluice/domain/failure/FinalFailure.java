package dev.sluice.domain.failure;

/** A failure that trying again cannot mend. Its message holds no personal data. */
public final class FinalFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FinalFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public FinalFailure(String message) {
        super(message);
    }
}
