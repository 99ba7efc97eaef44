package dev.sluice.domain.transaction;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Transactions in memory. Work on an {@link InMemoryTable} is undone when its transaction rolls back, and a row that is
 * written stays locked until the transaction ends. What a database does and this does not: other threads see what has
 * not been committed.
 */
public final class InMemoryTransactions implements Transactions {

    private static final Logger LOG = System.getLogger(InMemoryTransactions.class.getName());

    private final ScopedValue<Unit> open = ScopedValue.newInstance();
    private final InMemoryLocks locks = new InMemoryLocks(TimeUnit.SECONDS.toMillis(10));

    @Override
    public <T> T call(Supplier<T> work) {
        return open.isBound() ? join(work) : begin(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        if (open.isBound()) {
            open.get().actions.add(action);
        } else {
            runSafely(action);
        }
    }

    /**
     * Locks a key until the open transaction ends.
     *
     * @return false if another transaction holds it
     */
    public boolean tryLock(Object key) {
        return locks.tryLock(key, open.get());
    }

    /** Whether a transaction is open on this thread. */
    public boolean isOpen() {
        return open.isBound();
    }

    /** Locks a key until the open transaction ends; waits for the transaction that holds it. */
    public void lock(Object key) {
        locks.lock(key, open.get());
    }

    /** Has something undone if the open transaction rolls back: what was said last first. */
    public void onRollback(Runnable undo) {
        open.get().undos.push(undo);
    }

    private <T> T join(Supplier<T> work) {
        boolean returned = false;
        try {
            T result = work.get();
            returned = true;
            return result;
        } finally {
            open.get().doomed |= !returned;
        }
    }

    private <T> T begin(Supplier<T> work) {
        Unit unit = new Unit();
        T result = ScopedValue.where(open, unit).call(() -> settle(unit, work));
        unit.actions.forEach(InMemoryTransactions::runSafely);
        return result;
    }

    private <T> T settle(Unit unit, Supplier<T> work) {
        try {
            T result = join(work);
            if (unit.doomed) {
                throw new IllegalStateException("a unit that joined this transaction has failed");
            }
            return result;
        } finally {
            unit.undoIfDoomed();
            locks.releaseAll(unit);
        }
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "an action after a commit failed", e);
        }
    }

    /** One transaction, used by its own thread alone. */
    private static final class Unit {

        private final List<Runnable> actions = new ArrayList<>();
        private final Deque<Runnable> undos = new ArrayDeque<>();
        private boolean doomed;

        private void undoIfDoomed() {
            if (doomed) {
                undos.forEach(Runnable::run);
            }
        }
    }
}
