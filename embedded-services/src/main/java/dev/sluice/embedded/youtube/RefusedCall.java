package dev.sluice.embedded.youtube;

/** Carries an error answer out of the place that found the fault in the call. */
final class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    RefusedCall(ApiError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
