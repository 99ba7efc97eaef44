package dev.sluice.domain.job;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Optional;

/**
 * The record of all jobs, which is the truth about them: whatever the broker holds only hints at it. Safe for use by
 * many threads; joins the caller's transaction.
 */
public interface Jobs {

    /** Records a job as due now. Needs a transaction, the one that writes what the job is about. */
    void enqueue(JobRequest<?> request);

    Optional<Job> find(JobId id);

    /** The jobs that the filter lets through, newest first, finished ones included. */
    Page<Job> list(JobFilter filter, PageRequest page);

    /**
     * Calls off a job that has not finished. A worker that runs it loses its claim: nothing it writes later counts.
     * Needs a transaction.
     *
     * @return empty if there is no such job or it has finished
     */
    Optional<ControlledJob> cancel(JobId id);

    /**
     * Makes a dead job available again with all its attempts. Needs a transaction.
     *
     * @return empty if there is no such job or it is not dead
     */
    Optional<ControlledJob> retry(JobId id);
}
