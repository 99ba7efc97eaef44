package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.Invoice.InvoiceParties;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Invoices in memory. */
public final class InMemoryInvoices implements Invoices {

    private final InMemoryTable<OrderId, Invoice> table;
    private final InMemoryTable<CreatorId, InvoiceNumber> last;

    public InMemoryInvoices(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
        last = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<Invoice> findByOrder(OrderId order) {
        return table.find(order);
    }

    @Override
    public List<Invoice> findByOrders(Collection<OrderId> orders) {
        return orders.stream()
                .distinct()
                .flatMap(order -> table.find(order).stream())
                .toList();
    }

    @Override
    public List<InvoiceNumber> allotNumbers(List<CreatorId> sellers) {
        return sellers.stream().map(this::allot).toList();
    }

    private InvoiceNumber allot(CreatorId seller) {
        if (!last.insert(seller, new InvoiceNumber(seller, 1))) {
            last.update(seller, number -> Optional.of(new InvoiceNumber(seller, number.sequence() + 1)));
        }
        return last.find(seller).orElseThrow();
    }

    @Override
    public void addAll(List<Invoice> invoices) {
        invoices.forEach(this::insert);
    }

    private void insert(Invoice invoice) {
        if (!table.insert(invoice.order(), invoice)) {
            throw new IllegalStateException("the order has an invoice already");
        }
    }

    /** Has the invoice of an order name another buyer. */
    public void rename(OrderId order, Buyer buyer) {
        table.update(
                order,
                invoice -> Optional.of(new Invoice(
                        invoice.id(),
                        invoice.number(),
                        invoice.order(),
                        invoice.dates(),
                        new InvoiceParties(invoice.parties().seller(), buyer),
                        invoice.contents(),
                        invoice.note())));
    }
}
