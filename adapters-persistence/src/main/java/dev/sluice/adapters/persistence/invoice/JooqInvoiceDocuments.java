package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICE_DOCUMENTS;

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
        return database.select(INVOICE_DOCUMENTS.PDF)
                .from(INVOICE_DOCUMENTS)
                .join(INVOICES)
                .on(INVOICES.ID.eq(INVOICE_DOCUMENTS.INVOICE_ID))
                .where(INVOICES.ORDER_ID.eq(order.value()))
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
