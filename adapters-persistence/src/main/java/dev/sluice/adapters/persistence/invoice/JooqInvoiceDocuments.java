package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICE_DOCUMENTS;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;
import org.jooq.DSLContext;

/** Documents of invoices in PostgreSQL. */
final class JooqInvoiceDocuments implements InvoiceDocuments {

    private final DSLContext database;

    JooqInvoiceDocuments(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order) {
        return findByOrder(order, Owner.operations());
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order, Owner owner) {
        CreatorId creator = owner.creator();
        return database.select(INVOICE_DOCUMENTS.PDF)
                .from(INVOICE_DOCUMENTS)
                .join(INVOICES)
                .on(INVOICES.ID.eq(INVOICE_DOCUMENTS.INVOICE_ID))
                .where(INVOICES.ORDER_ID.eq(order.value()))
                .and(creator == null ? noCondition() : INVOICES.CREATOR_ID.eq(creator.value()))
                .fetchOptional(row -> new PdfDocument(row.value1()));
    }

    @Override
    public boolean storeIfAbsent(InvoiceId invoice, PdfDocument document) {
        return database.insertInto(INVOICE_DOCUMENTS)
                        .set(INVOICE_DOCUMENTS.INVOICE_ID, invoice.value())
                        .set(INVOICE_DOCUMENTS.PDF, document.bytes())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
