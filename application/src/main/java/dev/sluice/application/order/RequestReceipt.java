package dev.sluice.application.order;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.invoice.Receipts;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;

/** Has an order's invoice sent to its buyer once more, at most once a minute. */
public final class RequestReceipt {

    private final Transactions transactions;
    private final Orders orders;
    private final InvoiceDocuments documents;
    private final Receipts receipts;
    private final OrderQueue queue;
    private final Ids ids;
    private final InstantSource clock;

    public RequestReceipt(
            Transactions transactions,
            Orders orders,
            InvoiceDocuments documents,
            Receipts receipts,
            OrderQueue queue,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.documents = documents;
        this.receipts = receipts;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param owner on whose behalf */
    public Result request(OrderId id, Owner owner) {
        return transactions.call(() -> orders.find(id, owner).map(this::request).orElseGet(UnknownOrder::new));
    }

    private Result request(Order order) {
        if (order.buyer().isErased()) {
            return new BuyerErased();
        }
        if (!isInvoiced(order)) {
            return new NoInvoice(order.status());
        }
        Receipt receipt = new Receipt(new ReceiptId(ids.next()), order.id(), clock.instant());
        JobId job = queue.add(receipt, order.creator());
        if (job.value().equals(receipt.id().value())) {
            receipts.add(receipt);
        }
        return new Queued(job);
    }

    /** A failed order may have an invoice, but not one that stands for a sale. */
    private boolean isInvoiced(Order order) {
        boolean sold = order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.REFUNDED;
        return sold && documents.exists(order.id(), Owner.operations());
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The receipt is on its way by this job, which may be that of a request less than a minute before. */
    public record Queued(JobId job) implements Result {}

    /** There is no such order, or it is not the owner's. */
    public record UnknownOrder() implements Result {}

    /** Nobody is left to be written to. */
    public record BuyerErased() implements Result {}

    /**
     * There is nothing to send yet.
     *
     * @param status what the order is
     */
    public record NoInvoice(OrderStatus status) implements Result {}
}
