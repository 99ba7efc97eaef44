package dev.sluice.adapters.web.problem;

import java.io.IOException;

/** Carries a refusal out of the reading of a body, through whatever reads it. */
public final class RefusedBodyException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public RefusedBodyException(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
