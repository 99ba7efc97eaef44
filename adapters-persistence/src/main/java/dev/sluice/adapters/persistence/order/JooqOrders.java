package dev.sluice.adapters.persistence.order;

import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSeekStep1;
import org.jspecify.annotations.Nullable;

/** Orders in PostgreSQL. Lines and tax lines come with their orders in one query. */
final class JooqOrders implements Orders {

    private static final FixedStatement ADVANCE = new FixedStatement("""
            update orders
            set status = step.status, started_at = step.started_at, finished_at = step.finished_at,
                version = step.version
            from unnest(?, ?, ?, ?, ?) as step (id, status, started_at, finished_at, version)
            where orders.id = step.id and orders.version = step.version - 1
            returning orders.id
            """);

    private final DSLContext database;

    JooqOrders(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return find(id, Owner.operations());
    }

    @Override
    public Optional<Order> find(OrderId id, Owner owner) {
        return one(id, owner).fetchOptional(OrderRows::order);
    }

    @Override
    public Optional<Order> lock(OrderId id, Owner owner) {
        return one(id, owner).forUpdate().of(ORDERS).fetchOptional(OrderRows::order);
    }

    private SelectConditionStep<Record> one(OrderId id, Owner owner) {
        return database.select(ORDERS.fields())
                .select(OrderRows.LINES, OrderRows.TAX_LINES)
                .from(ORDERS)
                .where(ORDERS.ID.eq(id.value()))
                .and(OrderList.isOf(owner));
    }

    @Override
    public List<Order> findAll(Collection<OrderId> ids) {
        return all(ids).fetch(OrderRows::order);
    }

    @Override
    public List<Order> lockAll(Collection<OrderId> ids) {
        return all(ids).forUpdate().of(ORDERS).fetch(OrderRows::order);
    }

    private SelectSeekStep1<Record, UUID> all(Collection<OrderId> ids) {
        UUID[] values = ids.stream().map(OrderId::value).toArray(UUID[]::new);
        return database.select(ORDERS.fields())
                .select(OrderRows.LINES, OrderRows.TAX_LINES)
                .from(ORDERS)
                .where(ORDERS.ID.eq(any(values)))
                .orderBy(ORDERS.ID);
    }

    @Override
    public Page<Order> list(OrderFilter filter, PageRequest page) {
        List<Order> rows = database.select(ORDERS.fields())
                .select(OrderRows.LINES, OrderRows.TAX_LINES)
                .from(ORDERS)
                .where(ORDERS.ID.eq(any(array(new OrderList(filter, page).ids()))))
                .orderBy(ORDERS.ID.desc())
                .fetch(OrderRows::order);
        return Page.cut(rows, page, order -> order.id().value());
    }

    @Override
    public void addAll(List<Order> orders) {
        if (!orders.isEmpty()) {
            new OrderInsertion(database).insert(orders);
        }
    }

    @Override
    public void advance(Order order) {
        advanceAll(List.of(order));
    }

    @Override
    public void advanceAll(List<Order> orders) {
        int written = ADVANCE.fetch(
                        database,
                        row -> true,
                        values(orders, order -> order.id().value(), UUID[]::new),
                        values(orders, order -> order.progress().status().name(), String[]::new),
                        values(orders, order -> order.progress().startedAt(), Instant[]::new),
                        values(orders, order -> order.progress().finishedAt(), Instant[]::new),
                        values(orders, Order::version, Long[]::new))
                .size();
        if (written < orders.size()) {
            throw new IllegalStateException(
                    orders.size() - written + " of the orders " + ids(orders) + " have changed in between");
        }
    }

    private static List<UUID> ids(List<Order> orders) {
        return orders.stream().map(order -> order.id().value()).toList();
    }

    /** Of values that may be null, which the type of an array cannot say here. */
    @SuppressWarnings("NullAway")
    private static <T> T[] values(List<Order> orders, Function<Order, @Nullable T> value, IntFunction<T[]> maker) {
        return orders.stream().map(value).toArray(maker);
    }
}
