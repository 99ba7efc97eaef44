package dev.sluice.domain.invoice;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.order.OrderId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stored documents of invoices, one for each at most. Safe for use by many threads; joins the caller's transaction. */
public interface InvoiceDocuments {

    /** The document of an order's invoice, whosesoever it is: for what the system does itself. */
    Optional<PdfDocument> findByOrder(OrderId order);

    /** The document of an order's invoice, if it is the owner's. */
    Optional<PdfDocument> findByOrder(OrderId order, Owner owner);

    /** Whether there is a document of an order's invoice, if it is the owner's. */
    boolean exists(OrderId order, Owner owner);

    /**
     * Stores an invoice's document.
     *
     * @return false if it has one already, which stays as it is
     */
    default boolean storeIfAbsent(InvoiceId invoice, PdfDocument document) {
        return !storeAllIfAbsent(Map.of(invoice, document)).isEmpty();
    }

    /**
     * Stores the documents of many invoices.
     *
     * @param documents at least one
     * @return the invoices that had none before
     */
    Set<InvoiceId> storeAllIfAbsent(Map<InvoiceId, PdfDocument> documents);
}
