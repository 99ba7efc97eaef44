package dev.sluice.domain.job;

/** Where a job stands. */
public enum JobState {
    /** Waiting for its children. */
    WAITING,
    /** Waiting for its time. */
    SCHEDULED,
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

    /** Whether its next attempt has not begun: it can be put off, hurried up or replaced. */
    public boolean isPending() {
        return this == SCHEDULED || this == AVAILABLE || this == DISPATCHED || this == RETRYING;
    }
}
