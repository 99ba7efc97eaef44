package dev.sluice.domain.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What workers do with the record of jobs. The database's clock decides about every lease. Safe for use by many
 * threads; joins the caller's transaction.
 */
public interface JobClaims {

    /** Makes a new worker known, with a lease from now. */
    void register(WorkerId worker, Duration lease);

    /**
     * Renews the lease of a worker and so of all its claims.
     *
     * @return false if the lease has run out: the worker's jobs may run elsewhere, and it must start afresh under a new
     *     id
     */
    boolean renew(WorkerId worker, Duration lease);

    /** Ends the lease of a worker that stops; what it still runs is free for rescue at once. */
    void leave(WorkerId worker);

    /**
     * Claims a dispatched job for a worker whose lease holds, and begins its next attempt. A worker that asks again for
     * what it holds, because the answer was lost, is given the same claim again.
     *
     * @return empty if the job is not dispatched under this number any more, or the lease has run out
     */
    Optional<ClaimedJob> claim(Dispatch dispatch, WorkerId worker);

    /**
     * Locks a claimed job until the transaction ends, so that nobody takes the claim while it writes. Needs a
     * transaction.
     *
     * @return false if the claim is lost
     */
    boolean lock(ClaimedJob job);

    /** @return false if the claim is lost: nothing is written */
    boolean succeed(ClaimedJob job);

    /**
     * Makes a job due again after a backoff.
     *
     * @param error why the attempt failed, without personal data
     * @return false if the claim is lost: nothing is written
     */
    boolean retry(ClaimedJob job, Duration backoff, String error);

    /**
     * Gives a job up.
     *
     * @param error why the attempt failed, without personal data
     * @return false if the claim is lost: nothing is written
     */
    boolean bury(ClaimedJob job, String error);

    /**
     * Claims whose worker's lease has run out, locked until the transaction ends; those locked by another are passed
     * over. Needs a transaction.
     *
     * @param limit how many at most
     */
    List<ClaimedJob> orphans(int limit);

    /** Forgets workers whose lease has run out and who hold no claim. */
    void forgetLapsedWorkers();
}
