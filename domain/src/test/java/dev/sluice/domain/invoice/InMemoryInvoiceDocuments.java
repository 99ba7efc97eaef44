package dev.sluice.domain.invoice;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents of invoices in memory. */
public final class InMemoryInvoiceDocuments implements InvoiceDocuments {

    private final InMemoryTable<InvoiceId, PdfDocument> table;
    private final InMemoryInvoices invoices;

    public InMemoryInvoiceDocuments(InMemoryTransactions transactions, InMemoryInvoices invoices) {
        table = new InMemoryTable<>(transactions);
        this.invoices = invoices;
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order) {
        return findByOrder(order, Owner.operations());
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order, Owner owner) {
        return invoices.findByOrder(order)
                .filter(invoice -> owner.owns(invoice.number().seller()))
                .map(Invoice::id)
                .flatMap(table::find);
    }

    @Override
    public boolean exists(OrderId order, Owner owner) {
        return findByOrder(order, owner).isPresent();
    }

    @Override
    public Set<InvoiceId> storeAllIfAbsent(Map<InvoiceId, PdfDocument> documents) {
        return documents.entrySet().stream()
                .filter(document -> table.insert(document.getKey(), document.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Deletes an invoice's document, if it has one. */
    public void delete(InvoiceId invoice) {
        table.delete(invoice);
    }
}
