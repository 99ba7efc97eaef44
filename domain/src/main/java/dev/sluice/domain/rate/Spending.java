package dev.sluice.domain.rate;

import java.time.Duration;

/** What comes of a request for what its requester may still make. */
public sealed interface Spending {

    /**
     * It passes.
     *
     * @param left how many more may come, as far as this process knows; not negative
     * @param renewal after which time all of the allowance is there again; not negative
     */
    record Allowed(long left, Duration renewal) implements Spending {}

    /**
     * It was one too many.
     *
     * @param renewal after which time all of the allowance is there again; not negative
     */
    record Refused(Duration renewal) implements Spending {}

    /** It passes without having been counted. */
    record Uncounted() implements Spending {}
}
