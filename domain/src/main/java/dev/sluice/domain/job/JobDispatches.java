package dev.sluice.domain.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the dispatcher does with the record of jobs. Every statement checks that the term still runs by the database's
 * clock. Safe for use by many threads; joins the caller's transaction.
 */
public interface JobDispatches {

    /**
     * Takes or renews the dispatcher's lease.
     *
     * @return empty while another worker holds it
     */
    Optional<DispatcherTerm> lead(WorkerId candidate, Duration lease);

    /** Gives the dispatcher's lease up if this worker holds it, so that another need not wait for its end. */
    void resign(WorkerId holder);

    /**
     * Marks due jobs of a queue as dispatched, those due longest first, as far as the window has room.
     *
     * @param window how many jobs of the queue may be dispatched and unclaimed
     */
    List<Dispatch> dispatchDue(DispatcherTerm term, QueueName queue, int window);

    /**
     * The jobs of a queue that were dispatched this long ago and are still unclaimed; they count as dispatched anew. Ask
     * only on evidence that their messages are gone.
     */
    List<Dispatch> redispatch(DispatcherTerm term, QueueName queue, Duration unclaimedFor);

    /** Takes back dispatches that the broker did not accept: their jobs are due again at once. */
    void recall(DispatcherTerm term, Collection<Dispatch> dispatches);
}
