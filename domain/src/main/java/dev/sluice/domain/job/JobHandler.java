package dev.sluice.domain.job;

/**
 * Does the jobs of one type. An attempt may be repeated after a crash, so every effect is recorded and looked up first.
 * Safe for use by many threads.
 *
 * @param <P> the type of the payload
 */
public interface JobHandler<P> {

    JobType<P> type();

    /**
     * Does one attempt. An exception counts as a retry, a {@link dev.sluice.domain.failure.FinalFailure} as giving up.
     *
     * @throws InterruptedException if the worker has to stop
     */
    JobOutcome handle(P payload, JobRun run) throws InterruptedException;
}
