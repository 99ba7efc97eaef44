package dev.sluice.domain.transaction;

import java.util.function.Supplier;

/**
 * Units of work on the database. A unit runs on the calling thread and joins the one already open there, so that a
 * thread never holds two connections. Work may not wait for anything but the database.
 */
public interface Transactions {

    /**
     * Runs work in a transaction that commits when it returns and rolls back when it throws. Work of a request may be run
     * again, a few times, if the database has undone it in favour of another.
     */
    <T> T call(Supplier<T> work);

    /** Like {@link #call} for work without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs an action once the open transaction has committed, on the same thread and with no connection held; never if
     * it rolls back. A failure of the action is logged and does not reach the caller, whose work is committed. Outside a
     * transaction the action runs at once.
     */
    void afterCommit(Runnable action);
}
