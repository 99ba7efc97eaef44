package dev.sluice.application.job.testkit;

import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.transaction.Transactions;
import java.util.function.Supplier;

/** Transactions that undo what was written about jobs too when they roll back, which the record in memory alone does not. */
record UndoneOnRollback(InMemoryTransactions transactions, InMemoryJobs jobs) implements Transactions {

    @Override
    public <T> T call(Supplier<T> work) {
        return transactions.call(() -> {
            transactions.onRollback(jobs.remembered());
            return work.get();
        });
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }
}
