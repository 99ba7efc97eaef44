package dev.sluice.domain.invoice;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;

/**
 * The stored documents of credit notes, one for each at most. Safe for use by many threads; joins the caller's transaction.
 */
public interface CreditNoteDocuments {

    /** The document of an order's credit note, whosesoever it is: for what the system does itself. */
    Optional<PdfDocument> findByOrder(OrderId order);

    /** The document of an order's credit note, if it is the owner's. */
    Optional<PdfDocument> findByOrder(OrderId order, Owner owner);

    /**
     * Stores a credit note's document.
     *
     * @return false if it has one already, which stays as it is
     */
    boolean storeIfAbsent(CreditNoteId note, PdfDocument document);
}
