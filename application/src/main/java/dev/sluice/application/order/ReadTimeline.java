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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return Stream.of(
                        invoices.findByOrder(order).stream().flatMap(this::invoice),
                        notes.findByOrder(order).stream().flatMap(this::creditNote),
                        receipts(receipts.latest(order)))
                .flatMap(events -> events);
    }

    private Stream<OrderEvent> invoice(Invoice invoice) {
        OrderEvent issued = new OrderEvent(
                Kind.INVOICE_ISSUED,
                Ids.madeAt(invoice.id().value()),
                invoice.number().text());
        return Stream.concat(Stream.of(issued), sent(SendInvoice.idOf(invoice.id()), Kind.INVOICE_SENT));
    }

    private Stream<OrderEvent> creditNote(CreditNote note) {
        OrderEvent refunded =
                new OrderEvent(Kind.REFUNDED, note.issuedAt(), note.number().text());
        return Stream.concat(Stream.of(refunded), sent(SendCreditNote.idOf(note.id()), Kind.CREDIT_NOTE_SENT));
    }

    private Stream<OrderEvent> sent(MessageId mail, Kind kind) {
        return mails.sentAt(List.of(mail)).values().stream().map(at -> OrderEvent.of(kind, at));
    }

    private Stream<OrderEvent> receipts(List<Receipt> requested) {
        var sent = mails.sentAt(requested.stream()
                .map(receipt -> SendInvoice.idOf(receipt.id()))
                .toList());
        return requested.stream().flatMap(receipt -> {
            String job = receipt.id().value().toString();
            OrderEvent request = new OrderEvent(Kind.RECEIPT_REQUESTED, receipt.requestedAt(), job);
            return Stream.concat(
                    Stream.of(request),
                    Stream.ofNullable(sent.get(SendInvoice.idOf(receipt.id())))
                            .map(at -> new OrderEvent(Kind.RECEIPT_SENT, at, job)));
        });
    }
}
