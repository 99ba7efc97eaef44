package dev.sluice.domain.job.schedule;

/** What becomes of the runs whose time has passed while no worker was there to fire them. */
public enum MissedRuns {
    /** They are left out; only one whose time has just passed is made up for. */
    SKIP,
    /** One run stands for all of them. */
    FIRE_ONCE,
    /** Each is made up for. */
    FIRE_ALL
}
