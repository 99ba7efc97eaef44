package dev.sluice.adapters.persistence.order;

import static org.jooq.impl.DSL.val;

import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.TaxLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Writes orders with their lines and tax lines in one round trip, by one statement for any number of them. */
record OrderInsertion(DSLContext database) {

    /** It returns rows, as jOOQ renders what returns none a second time, to see whether it is DDL. */
    private static final String INSERT = """
            with lines as (
                insert into order_lines (order_id, position, product_id, title, unit_price_minor, quantity,
                    tax_basis_points, reserved)
                select *
                from unnest({12}, {13}, {14}, {15}, {16}, {17}, {18}, {19})),
            tax_lines as (
                insert into order_tax_lines (order_id, basis_points, taxable_minor, tax_minor)
                select * from unnest({20}, {21}, {22}, {23}))
            insert into orders (id, creator_id, buyer_name, buyer_email, buyer_country, buyer_language, currency, status,
                placed_at, started_at, finished_at, version)
            select * from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11})
            returning id
            """;

    /** Made once, since jOOQ derives the type of an array anew for each value that comes without. */
    private static final DataType<UUID[]> IDS = SQLDataType.UUID.array();

    private static final DataType<String[]> TEXTS = SQLDataType.CLOB.array();
    private static final DataType<Long[]> AMOUNTS = SQLDataType.BIGINT.array();
    private static final DataType<Integer[]> NUMBERS = SQLDataType.INTEGER.array();
    private static final DataType<Boolean[]> FLAGS = SQLDataType.BOOLEAN.array();
    private static final DataType<Instant[]> TIMES = SQLDataType.INSTANT.array();

    private record Line<L>(UUID order, int position, L line) {

        static <L> List<Line<L>> of(List<Order> orders, Function<Order, List<L>> lines) {
            return orders.stream()
                    .flatMap(order -> of(order, lines.apply(order)))
                    .toList();
        }

        private static <L> Stream<Line<L>> of(Order order, List<L> lines) {
            return IntStream.range(0, lines.size())
                    .mapToObj(position -> new Line<>(order.id().value(), position, lines.get(position)));
        }
    }

    /** @param orders at least one */
    void insert(List<Order> orders) {
        List<Line<OrderLine>> lines = Line.of(orders, order -> order.contents().lines());
        List<Line<TaxLine>> taxLines = Line.of(orders, order -> order.contents().taxLines());
        database.resultQuery(
                        INSERT,
                        array(orders, order -> order.id().value(), UUID[]::new, IDS),
                        array(orders, order -> order.creator().value(), UUID[]::new, IDS),
                        array(orders, order -> order.buyer().name(), String[]::new, TEXTS),
                        array(orders, order -> order.buyer().email().value(), String[]::new, TEXTS),
                        array(orders, order -> order.buyer().country().code(), String[]::new, TEXTS),
                        array(orders, order -> order.buyer().language().tag(), String[]::new, TEXTS),
                        array(
                                orders,
                                order -> order.contents().net().currency().getCurrencyCode(),
                                String[]::new,
                                TEXTS),
                        array(orders, order -> order.progress().status().name(), String[]::new, TEXTS),
                        array(orders, order -> order.progress().placedAt(), Instant[]::new, TIMES),
                        array(orders, order -> order.progress().startedAt(), Instant[]::new, TIMES),
                        array(orders, order -> order.progress().finishedAt(), Instant[]::new, TIMES),
                        array(orders, Order::version, Long[]::new, AMOUNTS),
                        array(lines, Line::order, UUID[]::new, IDS),
                        array(lines, Line::position, Integer[]::new, NUMBERS),
                        array(lines, line -> line.line().product().value(), UUID[]::new, IDS),
                        array(lines, line -> line.line().title(), String[]::new, TEXTS),
                        array(lines, line -> line.line().unitPrice().amountMinor(), Long[]::new, AMOUNTS),
                        array(lines, line -> line.line().quantity(), Integer[]::new, NUMBERS),
                        array(lines, line -> line.line().taxRate().basisPoints(), Integer[]::new, NUMBERS),
                        array(lines, line -> line.line().reserved(), Boolean[]::new, FLAGS),
                        array(taxLines, Line::order, UUID[]::new, IDS),
                        array(taxLines, line -> line.line().rate().basisPoints(), Integer[]::new, NUMBERS),
                        array(taxLines, line -> line.line().taxable().amountMinor(), Long[]::new, AMOUNTS),
                        array(taxLines, line -> line.line().tax().amountMinor(), Long[]::new, AMOUNTS))
                .execute();
    }

    /** Of values that may be null, which the type of an array cannot say here. */
    @SuppressWarnings("NullAway")
    private static <E, T> Field<T[]> array(
            List<E> elements, Function<? super E, @Nullable T> value, IntFunction<T[]> maker, DataType<T[]> type) {
        return val(elements.stream().map(value).toArray(maker), type);
    }
}
