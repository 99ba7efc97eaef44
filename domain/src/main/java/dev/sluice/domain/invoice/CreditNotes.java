package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;

/** All credit notes. Safe for use by many threads; joins the caller's transaction. */
public interface CreditNotes {

    Optional<CreditNote> findByOrder(OrderId order);

    /**
     * Allots a seller's next number. Needs a transaction, which holds the seller's counter until it ends: a number whose
     * transaction rolls back is allotted again, so that none is skipped.
     */
    CreditNoteNumber allotNumber(CreatorId seller);

    /**
     * Adds a credit note. Needs the transaction that allotted its number.
     *
     * @throws IllegalStateException if its invoice has one already
     */
    void add(CreditNote note);
}
