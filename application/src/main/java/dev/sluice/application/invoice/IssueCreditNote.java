package dev.sluice.application.invoice;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteId;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.order.OrderId;
import java.time.InstantSource;

/** Issues the credit note that takes an order's invoice back. */
public final class IssueCreditNote {

    private final Invoices invoices;
    private final CreditNotes notes;
    private final Ids ids;
    private final InstantSource clock;

    public IssueCreditNote(Invoices invoices, CreditNotes notes, Ids ids, InstantSource clock) {
        this.invoices = invoices;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Needs a transaction: a number is used only if it commits.
     *
     * @param reason empty if none is given
     * @param restocked whether the units went back on sale
     */
    public CreditNote issue(OrderId order, String reason, boolean restocked) {
        Invoice invoice = invoices.findByOrder(order).orElseThrow();
        CreditNote note = new CreditNote(
                new CreditNoteId(ids.next()),
                notes.allotNumber(invoice.number().seller()),
                invoice,
                clock.instant(),
                reason,
                restocked);
        notes.add(note);
        return note;
    }
}
