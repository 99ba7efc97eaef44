package dev.sluice.application.order;

import dev.sluice.application.invoice.SendInvoice;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Sends the stored invoice of an order once more, under a Message-ID of its own, which another attempt keeps. */
public final class DeliverReceipt implements JobHandler<DeliverReceipt.Payload> {

    public static final JobType<Payload> TYPE = new JobType<>(
            "resend-receipt", Payload.class, ProcessOrder.TYPE.queue(), OrderQueue.PATIENT, Duration.ofMinutes(2));

    /** The receipt to send, and whose order it is. */
    public record Payload(UUID receipt, UUID order) {

        static Payload of(Receipt receipt) {
            return new Payload(receipt.id().value(), receipt.order().value());
        }

        ReceiptId receiptId() {
            return new ReceiptId(receipt);
        }

        OrderId orderId() {
            return new OrderId(order);
        }
    }

    private final Orders orders;
    private final Invoices invoices;
    private final InvoiceDocuments documents;
    private final SendInvoice sending;

    public DeliverReceipt(Orders orders, Invoices invoices, InvoiceDocuments documents, SendInvoice sending) {
        this.orders = orders;
        this.invoices = invoices;
        this.documents = documents;
        this.sending = sending;
    }

    @Override
    public JobType<Payload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) throws InterruptedException {
        if (!hasBuyer(payload.orderId())) {
            return new JobOutcome.Abandon("the buyer is erased");
        }
        Optional<Invoice> invoice = invoices.findByOrder(payload.orderId());
        Optional<PdfDocument> document = documents.findByOrder(payload.orderId());
        if (invoice.isEmpty() || document.isEmpty()) {
            return new JobOutcome.Retry("the invoice is not on record");
        }
        sending.sendAgain(payload.receiptId(), invoice.get(), document.get(), () -> hasBuyer(payload.orderId()), run);
        return new JobOutcome.Done();
    }

    private boolean hasBuyer(OrderId order) {
        return orders.find(order).filter(found -> !found.buyer().isErased()).isPresent();
    }
}
