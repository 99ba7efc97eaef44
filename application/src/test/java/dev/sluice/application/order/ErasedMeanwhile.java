package dev.sluice.application.order;

import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.util.UUID;
import java.util.function.Supplier;

/** A run whose order is erased just before each of its transactions begins. */
record ErasedMeanwhile(InMemoryRepositories repositories, OrderId order) implements JobRun {

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        repositories.orders().erase(order, new UUID(0, 7));
        return repositories.transactions().call(work);
    }

    @Override
    public boolean isLastAttempt() {
        return false;
    }

    @Override
    public void progress(JobProgress progress) {}

    @Override
    public void log(String line) {}
}
