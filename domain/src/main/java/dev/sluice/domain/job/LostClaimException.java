package dev.sluice.domain.job;

/** Ends an attempt whose claim has been lost: the job was rescued, cancelled or settled elsewhere. */
public final class LostClaimException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LostClaimException(Dispatch dispatch) {
        super("the claim on job " + dispatch.job().value() + " under dispatch " + dispatch.number() + " is lost");
    }
}
