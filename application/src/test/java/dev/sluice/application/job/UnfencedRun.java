package dev.sluice.application.job;

import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.transaction.Transactions;
import java.util.function.Supplier;

/** A run of no job: its transactions lock nothing, so that a handler is tested alone. */
public record UnfencedRun(Transactions transactions) implements JobRun {

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.call(work);
    }
}
