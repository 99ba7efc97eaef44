package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.any;

import dev.sluice.adapters.persistence.schema.tables.records.InvoicesRecord;
import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.InvoiceNumber;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;

/** Invoices in PostgreSQL. */
final class JooqInvoices implements Invoices {

    /** Counters are locked in one order, so that two who want the same do not wait for each other. */
    private static final FixedStatement ALLOT = new FixedStatement("""
            insert into invoice_counters (creator_id, last)
            select * from unnest(?, ?) as asked (creator_id, n) order by creator_id
            on conflict (creator_id) do update set last = invoice_counters.last + excluded.last
            returning creator_id, last
            """);

    private static final FixedStatement ADD = new FixedStatement("""
            insert into invoices (id, creator_id, sequence, order_id, issued_on, content)
            select id, creator_id, sequence, order_id, issued_on::date, content::jsonb
            from unnest(?, ?, ?, ?, ?, ?) as issued (id, creator_id, sequence, order_id, issued_on, content)
            on conflict (order_id) do nothing
            returning id
            """);

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
    public List<Invoice> findByOrders(Collection<OrderId> orders) {
        UUID[] values = orders.stream().map(OrderId::value).toArray(UUID[]::new);
        return database.selectFrom(INVOICES)
                .where(INVOICES.ORDER_ID.eq(any(values)))
                .fetch(JooqInvoices::invoice);
    }

    @Override
    public List<InvoiceNumber> allotNumbers(List<CreatorId> sellers) {
        Map<CreatorId, Long> counts = sellers.stream().collect(groupingBy(seller -> seller, counting()));
        List<CreatorId> counted = List.copyOf(counts.keySet());
        Map<CreatorId, Long> next = new HashMap<>();
        ALLOT.fetch(
                        database,
                        JooqInvoices::last,
                        counted.stream().map(CreatorId::value).toArray(UUID[]::new),
                        counted.stream().map(counts::get).toArray(Long[]::new))
                .forEach(last -> next.put(last.seller(), last.sequence() - counts.getOrDefault(last.seller(), 0L) + 1));
        return sellers.stream()
                .map(seller -> new InvoiceNumber(seller, next.merge(seller, 1L, Long::sum) - 1))
                .toList();
    }

    @Override
    public void addAll(List<Invoice> invoices) {
        int written = ADD.fetch(
                        database,
                        row -> true,
                        array(invoices, invoice -> invoice.id().value(), UUID[]::new),
                        array(invoices, invoice -> invoice.number().seller().value(), UUID[]::new),
                        array(invoices, invoice -> invoice.number().sequence(), Long[]::new),
                        array(invoices, invoice -> invoice.order().value(), UUID[]::new),
                        array(invoices, invoice -> invoice.dates().issuedOn().toString(), String[]::new),
                        array(invoices, FrozenInvoices::write, String[]::new))
                .size();
        if (written < invoices.size()) {
            throw new IllegalStateException(invoices.size() - written + " of the orders "
                    + invoices.stream().map(invoice -> invoice.order().value()).toList() + " have an invoice already");
        }
    }

    private static InvoiceNumber last(ResultSet row) throws SQLException {
        return new InvoiceNumber(new CreatorId(row.getObject(1, UUID.class)), row.getLong(2));
    }

    private static <T> T[] array(List<Invoice> invoices, Function<Invoice, T> value, IntFunction<T[]> maker) {
        return invoices.stream().map(value).toArray(maker);
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
