package dev.sluice.domain.job;

import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;

final class InMemoryJobsTest implements JobRecordContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final InMemoryJobs jobs = new InMemoryJobs(clock);
    private final Transactions transactions = new InMemoryTransactions();

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
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
