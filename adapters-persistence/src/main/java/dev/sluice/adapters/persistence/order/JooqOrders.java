package dev.sluice.adapters.persistence.order;

import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDER_LINES;
import static dev.sluice.adapters.persistence.schema.Tables.ORDER_TAX_LINES;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderProgress;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Orders in PostgreSQL. Lines and tax lines come with their orders in one query. */
final class JooqOrders implements Orders {

    private final DSLContext database;

    JooqOrders(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return database.select(ORDERS.fields())
                .select(OrderRows.LINES, OrderRows.TAX_LINES)
                .from(ORDERS)
                .where(ORDERS.ID.eq(id.value()))
                .fetchOptional(OrderRows::order);
    }

    @Override
    public Page<Order> list(OrderFilter filter, PageRequest page) {
        List<Order> rows = database.select(ORDERS.fields())
                .select(OrderRows.LINES, OrderRows.TAX_LINES)
                .from(ORDERS)
                .where(condition(filter))
                .and(Keyset.from(page, ORDERS.ID))
                .orderBy(ORDERS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(OrderRows::order);
        return Page.cut(rows, page, order -> order.id().value());
    }

    @Override
    public void add(Order order) {
        database.insertInto(ORDERS).set(OrderRows.row(order)).execute();
        database.insertInto(ORDER_LINES).set(OrderRows.lines(order)).execute();
        database.insertInto(ORDER_TAX_LINES).set(OrderRows.taxLines(order)).execute();
    }

    @Override
    public void advance(Order order) {
        OrderProgress progress = order.progress();
        int written = database.update(ORDERS)
                .set(ORDERS.STATUS, progress.status().name())
                .set(ORDERS.STARTED_AT, progress.startedAt())
                .set(ORDERS.FINISHED_AT, progress.finishedAt())
                .set(ORDERS.VERSION, order.version())
                .where(ORDERS.ID.eq(order.id().value()))
                .and(ORDERS.VERSION.eq(order.version() - 1))
                .execute();
        if (written == 0) {
            throw new IllegalStateException("order " + order.id().value() + " has changed in between");
        }
    }

    private static Condition condition(OrderFilter filter) {
        OrderStatus status = filter.status();
        return status == null ? noCondition() : ORDERS.STATUS.eq(status.name());
    }
}
