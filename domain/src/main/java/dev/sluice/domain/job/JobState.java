package dev.sluice.domain.job;

/** Where a job stands. */
public enum JobState {
    /** Waiting to be dispatched. */
    AVAILABLE,
    /** Sent to the broker, not yet claimed by a worker. */
    DISPATCHED,
    /** Claimed by a worker. */
    RUNNING,
    /** Waiting for its next attempt to be due. */
    RETRYING,
    /** Done. */
    SUCCEEDED,
    /** Given up; kept with its error, and can be retried by hand. */
    DEAD,
    /** Called off. */
    CANCELLED;

    public boolean isFinished() {
        return this == SUCCEEDED || this == DEAD || this == CANCELLED;
    }
}
