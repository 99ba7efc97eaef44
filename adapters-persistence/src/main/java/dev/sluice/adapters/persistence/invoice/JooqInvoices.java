package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICE_COUNTERS;

import dev.sluice.adapters.persistence.schema.tables.records.InvoicesRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.InvoiceNumber;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.order.OrderId;
import java.util.Optional;
import org.jooq.DSLContext;

/** Invoices in PostgreSQL. */
final class JooqInvoices implements Invoices {

    private final DSLContext database;

    JooqInvoices(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Invoice> findByOrder(OrderId order) {
        return database.selectFrom(INVOICES)
                .where(INVOICES.ORDER_ID.eq(order.value()))
                .fetchOptional(JooqInvoices::invoice);
    }

    @Override
    public InvoiceNumber allotNumber(CreatorId seller) {
        long sequence = database.insertInto(INVOICE_COUNTERS)
                .set(INVOICE_COUNTERS.CREATOR_ID, seller.value())
                .set(INVOICE_COUNTERS.LAST, 1L)
                .onConflict(INVOICE_COUNTERS.CREATOR_ID)
                .doUpdate()
                .set(INVOICE_COUNTERS.LAST, INVOICE_COUNTERS.LAST.plus(1))
                .returning(INVOICE_COUNTERS.LAST)
                .fetchSingle()
                .getLast();
        return new InvoiceNumber(seller, sequence);
    }

    @Override
    public void add(Invoice invoice) {
        int written = database.insertInto(INVOICES)
                .set(INVOICES.ID, invoice.id().value())
                .set(INVOICES.CREATOR_ID, invoice.number().seller().value())
                .set(INVOICES.SEQUENCE, invoice.number().sequence())
                .set(INVOICES.ORDER_ID, invoice.order().value())
                .set(INVOICES.ISSUED_ON, invoice.dates().issuedOn())
                .set(INVOICES.CONTENT, FrozenInvoices.write(invoice))
                .onConflict(INVOICES.ORDER_ID)
                .doNothing()
                .execute();
        if (written == 0) {
            throw new IllegalStateException("order " + invoice.order().value() + " has an invoice already");
        }
    }

    static Invoice invoice(InvoicesRecord row) {
        FrozenInvoice frozen = FrozenInvoices.read(row.getContent());
        return new Invoice(
                new InvoiceId(row.getId()),
                new InvoiceNumber(new CreatorId(row.getCreatorId()), row.getSequence()),
                new OrderId(row.getOrderId()),
                frozen.dates(row.getIssuedOn()),
                frozen.parties(),
                frozen.contents(),
                frozen.note());
    }
}
