package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;

/** All invoices. Safe for use by many threads; joins the caller's transaction. */
public interface Invoices {

    Optional<Invoice> findByOrder(OrderId order);

    /**
     * Allots a seller's next number. Needs a transaction, which holds the seller's counter until it ends: a number whose
     * transaction rolls back is allotted again, so that none is skipped.
     */
    InvoiceNumber allotNumber(CreatorId seller);

    /**
     * Adds an invoice. Needs the transaction that allotted its number.
     *
     * @throws IllegalStateException if its order has an invoice already
     */
    void add(Invoice invoice);
}
