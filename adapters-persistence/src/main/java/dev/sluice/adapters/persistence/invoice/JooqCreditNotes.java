package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTES;
import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTE_COUNTERS;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;

import dev.sluice.adapters.persistence.schema.tables.records.CreditNotesRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteId;
import dev.sluice.domain.invoice.CreditNoteNumber;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Credit notes in PostgreSQL, each read with the invoice that it takes back. */
final class JooqCreditNotes implements CreditNotes {

    private final DSLContext database;

    JooqCreditNotes(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<CreditNote> findByOrder(OrderId order) {
        return database.select(CREDIT_NOTES.fields())
                .select(INVOICES.fields())
                .from(CREDIT_NOTES)
                .join(INVOICES)
                .on(INVOICES.ID.eq(CREDIT_NOTES.INVOICE_ID))
                .where(INVOICES.ORDER_ID.eq(order.value()))
                .fetchOptional(JooqCreditNotes::creditNote);
    }

    @Override
    public CreditNoteNumber allotNumber(CreatorId seller) {
        long sequence = database.insertInto(CREDIT_NOTE_COUNTERS)
                .set(CREDIT_NOTE_COUNTERS.CREATOR_ID, seller.value())
                .set(CREDIT_NOTE_COUNTERS.LAST, 1L)
                .onConflict(CREDIT_NOTE_COUNTERS.CREATOR_ID)
                .doUpdate()
                .set(CREDIT_NOTE_COUNTERS.LAST, CREDIT_NOTE_COUNTERS.LAST.plus(1))
                .returning(CREDIT_NOTE_COUNTERS.LAST)
                .fetchSingle()
                .getLast();
        return new CreditNoteNumber(seller, sequence);
    }

    @Override
    public void add(CreditNote note) {
        int written = database.insertInto(CREDIT_NOTES)
                .set(CREDIT_NOTES.ID, note.id().value())
                .set(CREDIT_NOTES.CREATOR_ID, note.number().seller().value())
                .set(CREDIT_NOTES.SEQUENCE, note.number().sequence())
                .set(CREDIT_NOTES.INVOICE_ID, note.invoice().id().value())
                .set(CREDIT_NOTES.ISSUED_AT, note.issuedAt())
                .set(CREDIT_NOTES.REASON, note.reason())
                .set(CREDIT_NOTES.RESTOCKED, note.restocked())
                .onConflict(CREDIT_NOTES.INVOICE_ID)
                .doNothing()
                .execute();
        if (written == 0) {
            throw new IllegalStateException("invoice " + note.invoice().id().value() + " has a credit note already");
        }
    }

    private static CreditNote creditNote(Record row) {
        CreditNotesRecord note = row.into(CREDIT_NOTES);
        return new CreditNote(
                new CreditNoteId(note.getId()),
                new CreditNoteNumber(new CreatorId(note.getCreatorId()), note.getSequence()),
                JooqInvoices.invoice(row.into(INVOICES)),
                note.getIssuedAt(),
                note.getReason(),
                note.getRestocked());
    }
}
