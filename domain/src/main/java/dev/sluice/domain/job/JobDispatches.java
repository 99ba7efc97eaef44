package dev.sluice.domain.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the dispatcher does with the record of jobs. Every statement that writes checks that the term still runs by the
 * database's clock, and a successor waits for it to end. Safe for use by many threads; joins the caller's transaction.
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
     * Makes jobs available whose time has come.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int ripen(DispatcherTerm term, int limit);

    /** Looks that begin at the first lane of each queue and that nobody else moves on. */
    Surveys surveys();

    /**
     * Marks jobs of a queue as dispatched: of each lane those from the one on that its share has seen, by priority, then by
     * time.
     */
    List<Dispatch> dispatch(DispatcherTerm term, QueueName queue, List<LaneShare> shares);

    /**
     * The jobs of a queue that were dispatched this long ago and are still unclaimed although there is evidence that
     * their messages are gone: the queue is empty, or a job that was dispatched so much later is running. They count as
     * dispatched anew, under the same number.
     */
    List<Dispatch> redispatch(DispatcherTerm term, QueueName queue, Duration unclaimedFor, boolean emptied);

    /**
     * Takes back dispatches that the broker did not accept: their jobs are due again at once.
     *
     * @return those that it has taken back
     */
    Collection<Recalled> recall(DispatcherTerm term, Collection<Dispatch> dispatches);

    /**
     * Takes back all that is paused, dispatched and unclaimed: the messages under way claim nothing any more.
     *
     * @return what it has taken back
     */
    Collection<Recalled> recall(DispatcherTerm term, Pauses pauses);
}
