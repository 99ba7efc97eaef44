package dev.sluice.domain.invoice;

import dev.sluice.domain.order.OrderContents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A credit note: takes an invoice back as a whole (Art. 219 of Directive 2006/112/EC). What it says beyond its own number,
 * day and reason is what the invoice says, and that is frozen.
 *
 * @param reason why, in the seller's words, for the buyer to read; empty if none is given
 * @param restocked whether what the order had taken from limited stocks went back on sale
 */
public record CreditNote(
        CreditNoteId id, CreditNoteNumber number, Invoice invoice, Instant issuedAt, String reason, boolean restocked) {

    /** The greatest length of a reason in characters. */
    public static final int LONGEST_REASON = 200;

    public CreditNote {
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
        }
    }

    /** The day of issue, in UTC. */
    public LocalDate issuedOn() {
        return issuedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** What the invoice is about, with all amounts negative. */
    public OrderContents contents() {
        return invoice.contents().negated();
    }

    /** Without the reason and what the invoice says: it may stand in a log. */
    @Override
    public String toString() {
        return "CreditNote[" + id.value() + "]";
    }
}
