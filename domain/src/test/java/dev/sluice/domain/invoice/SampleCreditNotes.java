package dev.sluice.domain.invoice;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Credit notes to test with. */
public final class SampleCreditNotes {

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final Instant ISSUED = Instant.parse("2026-12-02T00:30:00Z");

    private SampleCreditNotes() {}

    /** The credit note that takes this invoice back: each call yields an equal one. */
    public static CreditNote of(Invoice invoice) {
        return new CreditNote(
                new CreditNoteId(UUID.fromString("01930000-0000-7000-8000-0000000000e1")),
                new CreditNoteNumber(invoice.number().seller(), 7),
                invoice,
                ISSUED,
                "The prints arrived bent.",
                true);
    }

    /** A stored invoice's first credit note, with an id of its own, to be added. */
    public static CreditNote first(Repositories repositories) {
        Sale sale = SampleSales.sale(repositories);
        Invoice invoice = sale.invoice(new InvoiceNumber(sale.creator().id(), 1));
        repositories.transactions().run(() -> repositories.invoices().add(invoice));
        CreditNote note = of(invoice);
        return new CreditNote(
                new CreditNoteId(IDS.next()),
                new CreditNoteNumber(sale.creator().id(), 1),
                invoice,
                note.issuedAt(),
                note.reason(),
                note.restocked());
    }
}
