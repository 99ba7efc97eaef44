package dev.sluice.domain.job;

import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;

final class InMemoryJobsTest implements JobRecordContract {

    private final SettableClock clock = new SettableClock(Instant.now());
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, transactions);

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public JobClaims claims() {
        return jobs;
    }

    @Override
    public JobDispatches dispatches() {
        return jobs;
    }

    @Override
    public JobPauses pauses() {
        return jobs;
    }

    @Override
    public JobUpkeep upkeep() {
        return jobs;
    }

    @Override
    public QueueProgress progress() {
        return jobs;
    }

    @Override
    public JobCounts counts() {
        return jobs;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
