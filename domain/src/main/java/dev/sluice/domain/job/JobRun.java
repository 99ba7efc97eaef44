package dev.sluice.domain.job;

import java.util.function.Supplier;

/** One attempt at a job, as its handler sees it. */
public interface JobRun {

    /**
     * Runs work in a transaction that holds the claim: it locks the job first, so that work of an attempt that has lost
     * its claim never commits.
     *
     * @throws LostClaimException if the claim is lost; let it pass
     */
    <T> T inTransaction(Supplier<T> work);
}
