package dev.sluice.application.order;

import dev.sluice.application.invoice.SendCreditNote;
import dev.sluice.application.invoice.SendInvoice;
import dev.sluice.application.order.OrderEvent.Kind;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.Receipts;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what has happened to an order and when, from what is on record about it anyway. */
public final class ReadTimeline {

    /** Clocks of several processes differ by milliseconds: what can only come after the end never stands before it. */
    private static final Comparator<OrderEvent> IN_TIME = Comparator.comparing(
                    (OrderEvent event) -> event.kind().followsTheEnd())
            .thenComparing(OrderEvent::at)
            .thenComparing(OrderEvent::kind);

    private final Orders orders;
    private final Jobs jobs;
    private final Invoices invoices;
    private final CreditNotes notes;
    private final Receipts receipts;
    private final SentMails mails;

    public ReadTimeline(
            Orders orders, Jobs jobs, Invoices invoices, CreditNotes notes, Receipts receipts, SentMails mails) {
        this.orders = orders;
        this.jobs = jobs;
        this.invoices = invoices;
        this.notes = notes;
        this.receipts = receipts;
        this.mails = mails;
    }

    /** What has happened to the order, if it is the owner's, first things first. */
    public Optional<List<OrderEvent>> read(OrderId id, Owner owner) {
        return orders.find(id, owner).map(this::events);
    }

    private List<OrderEvent> events(Order order) {
        return Stream.of(new OrderSteps(order, jobs.find(OrderQueue.jobOf(order.id()))).events(), documents(order.id()))
                .flatMap(events -> events)
                .sorted(IN_TIME)
                .toList();
    }

    private Stream<OrderEvent> documents(OrderId order) {
        Optional<Invoice> invoice = invoices.findByOrder(order);
        Optional<CreditNote> note = notes.findByOrder(order);
        List<Receipt> requested = receipts.latest(order);
        Map<MessageId, Instant> sent = mails.sentAt(Stream.of(
                        invoice.stream().map(issued -> SendInvoice.idOf(issued.id())),
                        note.stream().map(issued -> SendCreditNote.idOf(issued.id())),
                        requested.stream().map(receipt -> SendInvoice.idOf(receipt.id())))
                .flatMap(ids -> ids)
                .toList());
        return Stream.of(
                        invoice.stream().flatMap(issued -> invoice(issued, sent)),
                        note.stream().flatMap(issued -> creditNote(issued, sent)),
                        requested.stream().flatMap(receipt -> receipt(receipt, sent)))
                .flatMap(events -> events);
    }

    private static Stream<OrderEvent> invoice(Invoice invoice, Map<MessageId, Instant> sent) {
        OrderEvent issued = new OrderEvent(
                Kind.INVOICE_ISSUED,
                Ids.madeAt(invoice.id().value()),
                invoice.number().text());
        return followed(issued, sent.get(SendInvoice.idOf(invoice.id())), Kind.INVOICE_SENT, null);
    }

    private static Stream<OrderEvent> creditNote(CreditNote note, Map<MessageId, Instant> sent) {
        OrderEvent refunded =
                new OrderEvent(Kind.REFUNDED, note.issuedAt(), note.number().text());
        return followed(refunded, sent.get(SendCreditNote.idOf(note.id())), Kind.CREDIT_NOTE_SENT, null);
    }

    private static Stream<OrderEvent> receipt(Receipt receipt, Map<MessageId, Instant> sent) {
        String job = receipt.id().value().toString();
        OrderEvent requested = new OrderEvent(Kind.RECEIPT_REQUESTED, receipt.requestedAt(), job);
        return followed(requested, sent.get(SendInvoice.idOf(receipt.id())), Kind.RECEIPT_SENT, job);
    }

    /** @param sentAt null if the e-mail has not been sent */
    private static Stream<OrderEvent> followed(
            OrderEvent event, @Nullable Instant sentAt, Kind sent, @Nullable String detail) {
        return Stream.concat(Stream.of(event), Stream.ofNullable(sentAt).map(at -> new OrderEvent(sent, at, detail)));
    }
}
