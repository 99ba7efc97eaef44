package dev.sluice.application.order;

import dev.sluice.application.invoice.FileCreditNote;
import dev.sluice.application.invoice.SendCreditNote;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Files and sends the credit note of a refunded order. Each step looks first whether an earlier attempt has taken it. */
public final class DeliverCreditNote implements JobHandler<DeliverCreditNote.Payload> {

    public static final JobType<Payload> TYPE = new JobType<>(
            "send-credit-note", Payload.class, ProcessOrder.TYPE.queue(), OrderQueue.PATIENT, Duration.ofMinutes(2));

    /** The refunded order. */
    public record Payload(UUID order) {

        static Payload of(OrderId order) {
            return new Payload(order.value());
        }

        OrderId orderId() {
            return new OrderId(order);
        }
    }

    private final Orders orders;
    private final CreditNotes notes;
    private final FileCreditNote filing;
    private final SendCreditNote sending;

    public DeliverCreditNote(Orders orders, CreditNotes notes, FileCreditNote filing, SendCreditNote sending) {
        this.orders = orders;
        this.notes = notes;
        this.filing = filing;
        this.sending = sending;
    }

    @Override
    public JobType<Payload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) throws InterruptedException {
        Optional<CreditNote> note = notes.findByOrder(payload.orderId());
        if (note.isEmpty()) {
            return new JobOutcome.Retry("the credit note is not on record");
        }
        PdfDocument document = filing.file(note.get(), run);
        sending.send(note.get(), document, () -> hasBuyer(payload.orderId()), run);
        return new JobOutcome.Done();
    }

    /** Whoever is erased has papers that are kept, and is not written to any more. */
    private boolean hasBuyer(OrderId order) {
        return orders.find(order).filter(found -> !found.buyer().isErased()).isPresent();
    }
}
