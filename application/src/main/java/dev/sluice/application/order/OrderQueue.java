package dev.sluice.application.order;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.transaction.Transactions;

/** Where placed orders wait to be processed. */
public final class OrderQueue {

    private final Transactions transactions;
    private final Jobs jobs;
    private final WakeUps wakeUps;
    private final RetryPolicy retry;

    /** @param retry how often an order's processing is tried */
    public OrderQueue(Transactions transactions, Jobs jobs, WakeUps wakeUps, RetryPolicy retry) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.wakeUps = wakeUps;
        this.retry = retry;
    }

    /** One id for both, so that whoever knows the order finds its job. */
    static JobId jobOf(OrderId order) {
        return new JobId(order.value());
    }

    /** Enqueues the order's job in the open transaction and wakes the dispatcher once that has committed. */
    void add(OrderId order, CreatorId seller) {
        // Sellers take turns, so that one who sells much does not hold up the others.
        GroupKey group = GroupKey.of(seller);
        jobs.enqueue(JobRequest.of(jobOf(order), ProcessOrder.TYPE, ProcessOrder.Payload.of(order))
                .with(options -> options.retry(retry).group(group)));
        transactions.afterCommit(wakeUps::wakeDispatcher);
    }
}
