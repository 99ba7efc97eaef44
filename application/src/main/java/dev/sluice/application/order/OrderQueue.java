package dev.sluice.application.order;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Where placed orders wait to be processed, and what is sent of them later to be sent. */
public final class OrderQueue {

    /** For what nobody waits for: eight tries over some 50 minutes, which a mail server may be away. */
    static final RetryPolicy PATIENT =
            new RetryPolicy(8, new Backoff(Duration.ofSeconds(5), 3, Duration.ofMinutes(20), 0.05));

    private static final Duration ONE_RECEIPT_IN = Duration.ofMinutes(1);

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

    /** The job that processes an order, for the request that this thread is at. */
    JobRequest<ProcessOrder.Payload> request(OrderId order, CreatorId seller) {
        return request(
                order.value(),
                ProcessOrder.TYPE,
                ProcessOrder.Payload.of(order),
                seller,
                options -> options.retry(retry));
    }

    /**
     * Enqueues jobs in the open transaction and wakes the dispatcher once that has committed.
     *
     * @return the job that stands for each request
     */
    List<JobId> add(List<? extends JobRequest<?>> requests) {
        List<JobId> enqueued = jobs.enqueueAll(requests);
        transactions.afterCommit(wakeUps::wakeDispatcher);
        return enqueued;
    }

    /** Enqueues the job that sends a credit note, like that of an order. */
    void add(CreditNote note) {
        add(List.of(request(
                note.id().value(),
                DeliverCreditNote.TYPE,
                DeliverCreditNote.Payload.of(note.invoice().order()),
                note.number().seller(),
                UnaryOperator.identity())));
    }

    /**
     * Enqueues the job that sends a receipt, like that of an order.
     *
     * @return the job that does so: that of a receipt less than a minute before, if there is one
     */
    JobId add(Receipt receipt, CreatorId seller) {
        String order = receipt.order().value().toString();
        return add(List.of(request(
                        receipt.id().value(),
                        DeliverReceipt.TYPE,
                        DeliverReceipt.Payload.of(receipt),
                        seller,
                        options -> options.unique(new Uniqueness(order, ONE_RECEIPT_IN, Conflict.KEEP)))))
                .getFirst();
    }

    private static <P> JobRequest<P> request(
            UUID id, JobType<P> type, P payload, CreatorId seller, UnaryOperator<JobOptions> options) {
        // Sellers take turns, so that one who sells much does not hold up the others.
        GroupKey group = GroupKey.of(seller);
        return JobRequest.of(new JobId(id), type, payload).with(options).with(own -> own.group(group));
    }
}
