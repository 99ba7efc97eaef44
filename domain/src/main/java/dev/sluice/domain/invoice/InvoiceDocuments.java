package dev.sluice.domain.invoice;

import dev.sluice.domain.order.OrderId;
import java.util.Optional;

/** The stored documents of invoices, one for each at most. Safe for use by many threads; joins the caller's transaction. */
public interface InvoiceDocuments {

    Optional<PdfDocument> findByOrder(OrderId order);

    /**
     * Stores an invoice's document.
     *
     * @return false if it has one already, which stays as it is
     */
    boolean storeIfAbsent(InvoiceId invoice, PdfDocument document);
}
