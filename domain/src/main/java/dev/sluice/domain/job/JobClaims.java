package dev.sluice.domain.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What workers do with the record of jobs. The database's clock decides about every lease. Safe for use by many
 * threads; joins the caller's transaction.
 */
public interface JobClaims {

    /** Makes a new worker known, with a lease from now. */
    void register(WorkerId worker, WorkerOffer offer, Duration lease);

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
     * Claims dispatched jobs for a worker whose lease holds, and begins the next attempt of each. A worker that asks
     * again for what it holds, because the answer was lost, is given the same claims again.
     *
     * @return those that it holds now; without the jobs that are not dispatched under this number any more, and without
     *     any if the lease has run out
     */
    List<ClaimedJob> claim(Collection<Dispatch> dispatches, WorkerId worker);

    /**
     * Makes jobs due again that are dispatched and unclaimed; nothing where one is claimed.
     *
     * @return those that it has made due
     */
    Collection<Recalled> handBack(Collection<Dispatch> dispatches);

    /**
     * Gives up a claim: the job is due again at once, and the attempt that has begun does not count.
     *
     * @return false if the claim is lost: nothing is written
     */
    boolean handBack(ClaimedJob job);

    /** Which of these claims are lost: their jobs were rescued, cancelled or settled elsewhere. */
    Set<Dispatch> lost(Collection<Dispatch> claims);

    /**
     * Locks a claimed job until the transaction ends, so that nobody takes the claim while it writes. Needs a
     * transaction.
     *
     * @return false if the claim is lost
     */
    boolean lock(Dispatch claim);

    /**
     * {@linkplain #lock Locks} those of these jobs that can be had without waiting.
     *
     * @return their claims; without those that are lost and those whose jobs another transaction holds
     */
    Set<Dispatch> lockFree(Collection<Dispatch> claims);

    /** @return false if the claim is lost: nothing is written */
    boolean progress(ClaimedJob job, JobProgress progress);

    /**
     * Keeps a line with the job, of which the latest hundred stay.
     *
     * @return false if the claim is lost: nothing is written
     */
    boolean log(ClaimedJob job, String line);

    /**
     * Writes down how attempts ended; nothing where the claim is lost. A parent that waited for nothing else is due
     * now. Needs a transaction.
     *
     * @return the claims that held
     */
    Set<Dispatch> settle(Collection<? extends Settlement> settlements);

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
