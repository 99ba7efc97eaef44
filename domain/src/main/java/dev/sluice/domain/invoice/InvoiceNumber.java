package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import java.util.Locale;

/**
 * The number of an invoice, unique and without gaps among those of its seller.
 *
 * @param sequence 1 for the seller's first invoice
 */
public record InvoiceNumber(CreatorId seller, long sequence) {

    /** The number as the invoice prints it, such as {@code INV-000042}. */
    public String text() {
        return String.format(Locale.ROOT, "INV-%06d", sequence);
    }
}
