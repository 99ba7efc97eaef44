package dev.sluice.domain.privacy;

import dev.sluice.domain.idempotency.InMemoryIdempotencyRecords;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.InMemoryCreditNoteDocuments;
import dev.sluice.domain.invoice.InMemoryCreditNotes;
import dev.sluice.domain.invoice.InMemoryInvoiceDocuments;
import dev.sluice.domain.invoice.InMemoryInvoices;
import dev.sluice.domain.invoice.InMemoryReceipts;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.mail.InMemorySentMails;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.order.InMemoryOrders;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Personal data in memory, in the twins that hold it. */
public final class InMemoryPersonalRecords implements PersonalRecords {

    private final InMemoryOrders orders;
    private final InMemoryInvoices invoices;
    private final InMemoryInvoiceDocuments documents;
    private final InMemoryCreditNotes creditNotes;
    private final InMemoryCreditNoteDocuments creditNoteDocuments;
    private final InMemoryReceipts receipts;
    private final InMemorySentMails sentMails;
    private final InMemoryIdempotencyRecords idempotency;
    private final InMemoryTable<OrderId, Kept> kept;
    private final InMemoryTable<Erasure, Integer> erasures;

    public InMemoryPersonalRecords(
            InMemoryTransactions transactions,
            InMemoryOrders orders,
            InMemoryInvoices invoices,
            InMemoryInvoiceDocuments documents,
            InMemoryCreditNotes creditNotes,
            InMemoryCreditNoteDocuments creditNoteDocuments,
            InMemoryReceipts receipts,
            InMemorySentMails sentMails,
            InMemoryIdempotencyRecords idempotency) {
        this.orders = orders;
        this.invoices = invoices;
        this.documents = documents;
        this.creditNotes = creditNotes;
        this.creditNoteDocuments = creditNoteDocuments;
        this.receipts = receipts;
        this.sentMails = sentMails;
        this.idempotency = idempotency;
        kept = new InMemoryTable<>(transactions);
        erasures = new InMemoryTable<>(transactions);
    }

    @Override
    public Page<OrderId> orders(DataSubject subject, PageRequest page) {
        return InMemoryPages.cut(of(subject).map(Order::id), page, OrderId::value);
    }

    @Override
    public List<HeldPaper> papers(Collection<OrderId> ids) {
        return ids.stream()
                .flatMap(id -> Stream.concat(
                        invoices.findByOrder(id).stream().map(this::paper),
                        creditNotes.findByOrder(id).stream().map(this::paper)))
                .toList();
    }

    private HeldPaper paper(CreditNote note) {
        MessageId mail = MessageId.of("credit-note", note.id().value());
        return new HeldPaper(
                note.invoice().order(),
                "credit-note",
                note.number().text(),
                note.issuedOn(),
                note.invoice().parties().buyer(),
                note.reason().isEmpty() ? null : note.reason(),
                sentMails.sentAt(mail).orElse(null));
    }

    private HeldPaper paper(Invoice invoice) {
        MessageId mail = MessageId.of("invoice", invoice.id().value());
        return new HeldPaper(
                invoice.order(),
                "invoice",
                invoice.number().text(),
                invoice.dates().issuedOn(),
                invoice.parties().buyer(),
                null,
                sentMails.sentAt(mail).orElse(null));
    }

    @Override
    public List<HeldReceipt> receipts(Collection<OrderId> ids) {
        return ids.stream()
                .flatMap(id -> receipts.latest(id).reversed().stream())
                .map(receipt -> new HeldReceipt(
                        receipt.order(),
                        receipt.requestedAt(),
                        sentMails
                                .sentAt(MessageId.of("receipt", receipt.id().value()))
                                .orElse(null)))
                .toList();
    }

    @Override
    public boolean isUnderWay(DataSubject subject) {
        return of(subject).anyMatch(order -> order.status().isUnderWay());
    }

    @Override
    public int erase(DataSubject subject, Erasure erasure, int limit) {
        List<OrderId> ended = of(subject)
                .filter(order -> !order.status().isUnderWay())
                .map(Order::id)
                .sorted(Comparator.comparing(OrderId::value))
                .limit(limit)
                .toList();
        ended.forEach(id -> erase(id, erasure));
        if (!erasures.insert(erasure, ended.size())) {
            erasures.update(erasure, before -> Optional.of(before + ended.size()));
        }
        return ended.size();
    }

    private void erase(OrderId id, Erasure erasure) {
        orders.erase(id, erasure.id());
        idempotency.unlink(id.value());
        invoices.findByOrder(id)
                .ifPresent(
                        invoice -> kept.insert(id, new Kept(id, invoice.dates().issuedOn())));
    }

    @Override
    public int forgetPapers(LocalDate issuedBefore, int limit) {
        List<OrderId> old = kept.rows()
                .filter(papers -> papers.issuedOn().isBefore(issuedBefore))
                .map(Kept::order)
                .filter(order -> creditNotes
                        .findByOrder(order)
                        .filter(note -> !note.issuedOn().isBefore(issuedBefore))
                        .isEmpty())
                .limit(limit)
                .toList();
        old.forEach(this::forget);
        return old.size();
    }

    private void forget(OrderId id) {
        kept.delete(id);
        documents.delete(invoices.findByOrder(id).orElseThrow().id());
        invoices.rename(id, orders.find(id).orElseThrow().buyer());
        creditNotes.findByOrder(id).map(CreditNote::id).ifPresent(creditNoteDocuments::delete);
        creditNotes.forget(id, invoices.findByOrder(id).orElseThrow());
    }

    private Stream<Order> of(DataSubject subject) {
        return orders.all()
                .filter(order -> subject.owner().owns(order.creator()))
                .filter(order -> order.buyer()
                        .email()
                        .value()
                        .equalsIgnoreCase(subject.email().value()));
    }

    private record Kept(OrderId order, LocalDate issuedOn) {}
}
