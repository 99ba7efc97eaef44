package dev.sluice.application.order;

import dev.sluice.application.invoice.FileInvoice;
import dev.sluice.application.invoice.IssueInvoice;
import dev.sluice.application.invoice.Once;
import dev.sluice.application.invoice.SendInvoice;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.SharedStep;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Processes an order: its invoice is issued, filed and sent. Each step looks first whether an earlier attempt has taken
 * it, unless this one has just taken the step before. The order is completed by {@link OrderFollowsJob}, together with
 * the job.
 */
public final class ProcessOrder implements JobHandler<ProcessOrder.Payload> {

    public static final JobType<Payload> TYPE = new JobType<>(
            "process-sync",
            Payload.class,
            new QueueName("orders"),
            new RetryPolicy(3, Backoff.fixed(Duration.ofSeconds(5))),
            Duration.ofMinutes(2));

    /** The order to process. */
    public record Payload(UUID order) {

        static Payload of(OrderId order) {
            return new Payload(order.value());
        }

        OrderId orderId() {
            return new OrderId(order);
        }
    }

    private final Orders orders;
    private final IssueInvoice issuing;
    private final FileInvoice filing;
    private final SendInvoice sending;
    private final InstantSource clock;
    private final SharedStep<OrderId, Optional<Once<Invoice>>> beginning = new SharedStep<>(this::begin);

    public ProcessOrder(
            Orders orders, IssueInvoice issuing, FileInvoice filing, SendInvoice sending, InstantSource clock) {
        this.orders = orders;
        this.issuing = issuing;
        this.filing = filing;
        this.sending = sending;
        this.clock = clock;
    }

    @Override
    public JobType<Payload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) throws InterruptedException {
        Optional<Once<Invoice>> issued = run.inTransaction(beginning, payload.orderId());
        if (issued.isEmpty()) {
            return orders.find(payload.orderId()).isPresent()
                    ? new JobOutcome.Abandon("the buyer is erased")
                    : new JobOutcome.Retry("the order is not on record");
        }
        Once<PdfDocument> filed = filing.file(issued.get(), run);
        sending.send(issued.get().result(), filed, run);
        return new JobOutcome.Done();
    }

    private List<Optional<Once<Invoice>>> begin(List<OrderId> ids) {
        List<Order> begun = orders.findAll(ids).stream()
                .filter(found -> !found.buyer().isErased())
                .map(found -> found.start(clock.instant()))
                .toList();
        if (begun.isEmpty()) {
            return Collections.nCopies(ids.size(), Optional.empty());
        }
        orders.advanceAll(begun);
        Map<OrderId, Once<Invoice>> issued = issuing.issue(begun);
        return ids.stream().map(id -> Optional.ofNullable(issued.get(id))).toList();
    }
}
