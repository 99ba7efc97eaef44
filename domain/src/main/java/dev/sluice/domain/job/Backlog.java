package dev.sluice.domain.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the dispatcher sees of a queue before it decides.
 *
 * @param slots how many jobs of the queue all living workers together run at a time
 * @param waiting the lanes with jobs to dispatch
 * @param inFlight how many jobs of each lane are dispatched or running
 * @param dispatched how many of those are not running yet; lanes without any are left out
 */
public record Backlog(int slots, List<Waiting> waiting, Map<Lane, Integer> inFlight, Map<Lane, Integer> dispatched) {

    /** Of a queue without jobs and without workers. */
    public static final Backlog NOTHING = new Backlog(0, List.of(), Map.of(), Map.of());

    public Backlog {
        waiting = List.copyOf(waiting);
        inFlight = Map.copyOf(inFlight);
        dispatched = Map.copyOf(dispatched);
    }

    /** How many jobs of the queue are dispatched and not running. */
    public int unclaimed() {
        return dispatched.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many jobs there are to dispatch, as far as the dispatcher asked. */
    public int waitingJobs() {
        return waiting.stream().mapToInt(Waiting::jobs).sum();
    }

    /**
     * A lane with jobs to dispatch.
     *
     * @param jobs how many there are, as far as the dispatcher asked
     * @param first the priority of the job that goes first
     * @param dueAt since when that job waits
     */
    public record Waiting(Lane lane, int jobs, Priority first, Instant dueAt) {}
}
