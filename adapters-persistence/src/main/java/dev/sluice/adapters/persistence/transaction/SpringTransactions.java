package dev.sluice.adapters.persistence.transaction;

import dev.sluice.adapters.persistence.pool.Purpose;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of Spring. The actions for after the commit are kept here, since Spring would run them with the
 * connection still held.
 */
final class SpringTransactions implements Transactions {

    private static final Logger LOG = System.getLogger(SpringTransactions.class.getName());

    private final TransactionTemplate template;
    private final Retries retries = new Retries();
    private final ScopedValue<List<Runnable>> afterCommit = ScopedValue.newInstance();

    SpringTransactions(TransactionTemplate template) {
        this.template = template;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (afterCommit.isBound()) {
            return transact(work);
        }
        List<Runnable> actions = new ArrayList<>();
        T result = retries.run(() -> {
            actions.clear();
            return ScopedValue.where(afterCommit, actions).call(() -> Purpose.TRANSACTION.call(() -> transact(work)));
        });
        actions.forEach(SpringTransactions::runSafely);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (afterCommit.isBound()) {
            afterCommit.get().add(action);
        } else {
            runSafely(action);
        }
    }

    private <T> T transact(Supplier<T> work) {
        try {
            return template.execute(status -> work.get());
        } catch (TransactionException | DataAccessException e) {
            throw DatabaseFailures.translate(thrownByWork(e));
        }
    }

    /** Where the rollback failed too, its connection is lost and the server has rolled back: what counts is why. */
    private static RuntimeException thrownByWork(NestedRuntimeException failure) {
        return failure instanceof TransactionSystemException rollback
                        && rollback.getApplicationException() instanceof RuntimeException thrown
                ? thrown
                : failure;
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "an action after a commit failed: {0}",
                    e.getClass().getName());
        }
    }
}
