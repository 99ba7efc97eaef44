package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import java.util.Locale;

/**
 * The number of a credit note, unique and without gaps among those of its seller, whose invoices are counted apart.
 *
 * @param sequence 1 for the seller's first credit note
 */
public record CreditNoteNumber(CreatorId seller, long sequence) {

    /** The number as the credit note prints it, such as {@code CRN-000042}. */
    public String text() {
        return String.format(Locale.ROOT, "CRN-%06d", sequence);
    }
}
