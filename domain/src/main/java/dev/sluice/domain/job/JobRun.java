package dev.sluice.domain.job;

import java.util.List;
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

    /**
     * Takes a step in such a transaction, which attempts that come to the same step at the same time share. Not to be called
     * within another transaction of this run, whose connection the others may be waiting for.
     *
     * @throws LostClaimException if the claim is lost; let it pass
     */
    default <T, R> R inTransaction(SharedStep<T, R> step, T brought) {
        return inTransaction(() -> step.take(List.of(brought)).getFirst());
    }

    /** Whether the job is given up if this attempt fails. */
    boolean isLastAttempt();

    /**
     * Shows how far the attempt has come.
     *
     * @throws LostClaimException if the claim is lost; let it pass
     */
    void progress(JobProgress progress);

    /**
     * Keeps a line with the job, of which the latest hundred are shown.
     *
     * @param line without personal data; what shows as such by its form is masked
     * @throws LostClaimException if the claim is lost; let it pass
     */
    void log(String line);
}
