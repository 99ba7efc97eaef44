package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTES;
import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTE_DOCUMENTS;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.CreditNoteDocuments;
import dev.sluice.domain.invoice.CreditNoteId;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;
import org.jooq.DSLContext;

/** Documents of credit notes in PostgreSQL. */
final class JooqCreditNoteDocuments implements CreditNoteDocuments {

    private final DSLContext database;

    JooqCreditNoteDocuments(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order) {
        return findByOrder(order, Owner.operations());
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order, Owner owner) {
        CreatorId creator = owner.creator();
        return database.select(CREDIT_NOTE_DOCUMENTS.PDF)
                .from(CREDIT_NOTE_DOCUMENTS)
                .join(CREDIT_NOTES)
                .on(CREDIT_NOTES.ID.eq(CREDIT_NOTE_DOCUMENTS.CREDIT_NOTE_ID))
                .join(INVOICES)
                .on(INVOICES.ID.eq(CREDIT_NOTES.INVOICE_ID))
                .where(INVOICES.ORDER_ID.eq(order.value()))
                .and(creator == null ? noCondition() : CREDIT_NOTES.CREATOR_ID.eq(creator.value()))
                .fetchOptional(row -> new PdfDocument(row.value1()));
    }

    @Override
    public boolean storeIfAbsent(CreditNoteId note, PdfDocument document) {
        return database.insertInto(CREDIT_NOTE_DOCUMENTS)
                        .set(CREDIT_NOTE_DOCUMENTS.CREDIT_NOTE_ID, note.value())
                        .set(CREDIT_NOTE_DOCUMENTS.PDF, document.bytes())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
