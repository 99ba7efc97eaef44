package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICE_DOCUMENTS;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.order.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Documents of invoices in PostgreSQL. */
final class JooqInvoiceDocuments implements InvoiceDocuments {

    private static final Table<?> DOCUMENTS =
            INVOICE_DOCUMENTS.join(INVOICES).on(INVOICES.ID.eq(INVOICE_DOCUMENTS.INVOICE_ID));

    private static final FixedStatement STORE = new FixedStatement("""
            insert into invoice_documents (invoice_id, pdf)
            select * from unnest(?, ?)
            on conflict do nothing
            returning invoice_id
            """);

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
        return database.select(INVOICE_DOCUMENTS.PDF)
                .from(DOCUMENTS)
                .where(isOf(order, owner))
                .fetchOptional(row -> new PdfDocument(row.value1()));
    }

    @Override
    public boolean exists(OrderId order, Owner owner) {
        return database.fetchExists(DOCUMENTS, isOf(order, owner));
    }

    private static Condition isOf(OrderId order, Owner owner) {
        CreatorId creator = owner.creator();
        return INVOICES.ORDER_ID
                .eq(order.value())
                .and(creator == null ? noCondition() : INVOICES.CREATOR_ID.eq(creator.value()));
    }

    @Override
    public Set<InvoiceId> storeAllIfAbsent(Map<InvoiceId, PdfDocument> documents) {
        List<Map.Entry<InvoiceId, PdfDocument>> ordered = List.copyOf(documents.entrySet());
        return Set.copyOf(STORE.fetch(
                database,
                row -> new InvoiceId(row.getObject(1, UUID.class)),
                ordered.stream().map(each -> each.getKey().value()).toArray(UUID[]::new),
                ordered.stream().map(each -> each.getValue().bytes()).toArray(byte[][]::new)));
    }
}
