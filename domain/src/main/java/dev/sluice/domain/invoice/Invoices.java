package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.order.OrderId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All invoices. Safe for use by many threads; joins the caller's transaction. */
public interface Invoices {

    Optional<Invoice> findByOrder(OrderId order);

    /** The invoices of those of these orders that have one, in no particular order. */
    List<Invoice> findByOrders(Collection<OrderId> orders);

    /** {@linkplain #allotNumbers Allots} a seller's next number. */
    default InvoiceNumber allotNumber(CreatorId seller) {
        return allotNumbers(List.of(seller)).getFirst();
    }

    /**
     * Allots to each of these sellers, who may be the same, its next number. Needs a transaction, which holds the sellers'
     * counters until it ends: a number whose transaction rolls back is allotted again, so that none is skipped.
     */
    List<InvoiceNumber> allotNumbers(List<CreatorId> sellers);

    /** {@linkplain #addAll Adds} an invoice. */
    default void add(Invoice invoice) {
        addAll(List.of(invoice));
    }

    /**
     * Adds invoices. Needs the transaction that allotted their numbers.
     *
     * @throws IllegalStateException if an order of theirs has an invoice already
     */
    void addAll(List<Invoice> invoices);
}
