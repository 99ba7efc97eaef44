package dev.sluice.domain.job.schedule;

/**
 * The record of when each schedule fires next, the same for all workers. Its clock, the database's, decides. Safe for
 * use by many threads; joins the caller's transaction.
 */
public interface JobSchedules {

    /** All that is planned, with the time at which it was read. */
    Agenda agenda();

    /**
     * Records when a new schedule fires first.
     *
     * @return false if the schedule is on record already: nothing is written
     */
    boolean add(PlannedFiring first);

    /**
     * Plans a schedule's next firing if still planned is what the caller has seen. Of all workers that have seen the same,
     * one succeeds; what it writes in the same transaction is written once.
     *
     * @return false if another has planned since or is about to: nothing is written
     */
    boolean replace(PlannedFiring seen, PlannedFiring next);

    /** Forgets a schedule if still planned is what the caller has seen. */
    void remove(PlannedFiring seen);
}
