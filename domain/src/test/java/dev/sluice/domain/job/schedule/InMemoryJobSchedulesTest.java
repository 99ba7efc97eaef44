package dev.sluice.domain.job.schedule;

import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;

final class InMemoryJobSchedulesTest implements JobSchedulesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final JobSchedules schedules = new InMemoryJobSchedules(transactions, InstantSource.system());

    @Override
    public JobSchedules schedules() {
        return schedules;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }
}
