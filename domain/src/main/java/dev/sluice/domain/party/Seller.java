package dev.sluice.domain.party;

import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The legal person that sells and issues invoices.
 *
 * @param vatId the VAT identification number, or null for one that has none
 * @param invoiceFormat what the documents of its invoices are
 */
public record Seller(
        String legalName, PostalAddress address, @Nullable String vatId, InvoiceFormat invoiceFormat) {

    private static final String EURO = "EUR";

    /** Of a Member State: its prefix, which for Greece is no country code, and what follows without spaces. */
    private static final Pattern EUROPEAN_VAT_ID =
            Pattern.compile("(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT"
                    + "|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[0-9A-Z+*]{2,13}");

    /** A seller whose invoices are for people to read. */
    public Seller(String legalName, PostalAddress address, @Nullable String vatId) {
        this(legalName, address, vatId, InvoiceFormat.PDF);
    }

    /** What keeps invoices in this currency from having the format that the seller asks for; empty if nothing does. */
    public Set<InvoiceObstacle> invoiceObstacles(Currency currency) {
        Set<InvoiceObstacle> obstacles = EnumSet.noneOf(InvoiceObstacle.class);
        if (invoiceFormat == InvoiceFormat.FACTUR_X
                && !currency.getCurrencyCode().equals(EURO)) {
            obstacles.add(InvoiceObstacle.CURRENCY);
        }
        if (invoiceFormat == InvoiceFormat.FACTUR_X && !hasEuropeanVatId()) {
            obstacles.add(InvoiceObstacle.VAT_ID);
        }
        return obstacles;
    }

    private boolean hasEuropeanVatId() {
        return vatId != null && EUROPEAN_VAT_ID.matcher(vatId).matches();
    }
}
