package dev.sluice.adapters.persistence.pool;

/**
 * The right to take one connection, which ends once, on whatever thread.
 *
 * @param since when it was given, in nanoseconds
 */
record Permit(Admission admission, Lane lane, long since) {

    /** Gives it back after the connection. */
    void end() {
        admission.leave(this);
    }

    /**
     * Gives it back because no connection came of it.
     *
     * @param hangs whether the pool had none though there was room
     */
    void abandon(boolean hangs) {
        admission.abandon(this, hangs);
    }
}
