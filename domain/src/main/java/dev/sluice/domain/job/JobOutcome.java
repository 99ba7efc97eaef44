package dev.sluice.domain.job;

/** How an attempt at a job ended. */
public sealed interface JobOutcome {

    /** The work is done. */
    record Done() implements JobOutcome {}

    /**
     * The attempt failed; the job is tried again while attempts are left.
     *
     * @param reason why, without personal data
     */
    record Retry(String reason) implements JobOutcome {}

    /**
     * The job can never be done.
     *
     * @param reason why, without personal data
     */
    record Abandon(String reason) implements JobOutcome {}
}
