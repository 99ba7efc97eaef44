package dev.sluice.adapters.persistence.order;

import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.OrderProgress;
import dev.sluice.domain.order.TaxLine;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Writes an order with its lines and tax lines in one round trip, by one statement for any number of lines. */
record OrderInsertion(DSLContext database) {

    /** It returns a row, as jOOQ renders what returns none a second time, to see whether it is DDL. */
    private static final String INSERT = """
            with lines as (
                insert into order_lines (order_id, position, product_id, title, unit_price_minor, quantity,
                    tax_basis_points, reserved)
                select {0}, place - 1, product, title, price, quantity, rate, reserved
                from unnest({12}, {13}, {14}, {15}, {16}, {17}) with ordinality
                    as line (product, title, price, quantity, rate, reserved, place)),
            tax_lines as (
                insert into order_tax_lines (order_id, basis_points, taxable_minor, tax_minor)
                select {0}, rate, taxable, tax
                from unnest({18}, {19}, {20}) as line (rate, taxable, tax))
            insert into orders (id, creator_id, buyer_name, buyer_email, buyer_country, buyer_language, currency, status,
                placed_at, started_at, finished_at, version)
            values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11})
            returning id
            """;

    /** Made once, since jOOQ derives the type of an array anew for each value that comes without. */
    private static final DataType<UUID[]> IDS = SQLDataType.UUID.array();

    private static final DataType<String[]> TEXTS = SQLDataType.CLOB.array();
    private static final DataType<Long[]> AMOUNTS = SQLDataType.BIGINT.array();
    private static final DataType<Integer[]> NUMBERS = SQLDataType.INTEGER.array();
    private static final DataType<Boolean[]> FLAGS = SQLDataType.BOOLEAN.array();

    void insert(Order order) {
        OrderProgress progress = order.progress();
        List<OrderLine> lines = order.contents().lines();
        List<TaxLine> taxLines = order.contents().taxLines();
        database.resultQuery(
                        INSERT,
                        val(order.id().value()),
                        val(order.creator().value()),
                        val(order.buyer().name()),
                        val(order.buyer().email().value()),
                        val(order.buyer().country().code()),
                        val(order.buyer().language().tag()),
                        val(order.contents().net().currency().getCurrencyCode()),
                        val(progress.status().name()),
                        val(progress.placedAt(), ORDERS.PLACED_AT),
                        val(progress.startedAt(), ORDERS.STARTED_AT),
                        val(progress.finishedAt(), ORDERS.FINISHED_AT),
                        val(order.version()),
                        array(lines, line -> line.product().value(), UUID[]::new, IDS),
                        array(lines, OrderLine::title, String[]::new, TEXTS),
                        array(lines, line -> line.unitPrice().amountMinor(), Long[]::new, AMOUNTS),
                        array(lines, OrderLine::quantity, Integer[]::new, NUMBERS),
                        array(lines, line -> line.taxRate().basisPoints(), Integer[]::new, NUMBERS),
                        array(lines, OrderLine::reserved, Boolean[]::new, FLAGS),
                        array(taxLines, line -> line.rate().basisPoints(), Integer[]::new, NUMBERS),
                        array(taxLines, line -> line.taxable().amountMinor(), Long[]::new, AMOUNTS),
                        array(taxLines, line -> line.tax().amountMinor(), Long[]::new, AMOUNTS))
                .execute();
    }

    private static <L, T> Field<T[]> array(
            List<L> lines, Function<L, T> value, IntFunction<T[]> maker, DataType<T[]> type) {
        return val(lines.stream().map(value).toArray(maker), type);
    }
}
