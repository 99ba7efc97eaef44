package dev.sluice.adapters.persistence.order;

import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDER_LINES;
import static dev.sluice.adapters.persistence.schema.Tables.PRODUCTS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * The ids of a page of orders. Whatever is asked for, an index has it sorted by id, and just the page is read from there.
 * Each status is read by itself, since no index sorts the orders of several.
 */
record OrderList(OrderFilter filter, PageRequest page) {

    /** An id is made when its order is placed: by how much the two times may differ, and far more. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final Field<UUID> ID = field(name("id"), UUID.class);

    Select<Record1<UUID>> ids() {
        ProductId product = filter.product();
        if (product != null) {
            return ofProduct(product);
        }
        List<Select<Record1<UUID>>> parts =
                filter.statuses().stream().map(this::of).toList();
        return switch (parts.size()) {
            case 0 -> of(noCondition());
            case 1 -> parts.getFirst();
            default -> newestOf(parts);
        };
    }

    private Select<Record1<UUID>> of(OrderStatus status) {
        return of(ORDERS.STATUS.eq(status.name()));
    }

    private Select<Record1<UUID>> of(Condition condition) {
        return select(ORDERS.ID)
                .from(ORDERS)
                .where(condition)
                .and(isOf(filter.owner()))
                .and(Keyset.from(page, ORDERS.ID))
                .and(isPlacedInTime(ORDERS.ID))
                .orderBy(ORDERS.ID.desc())
                .limit(Keyset.rows(page));
    }

    /** Several lines of an order may be of one product. */
    private Select<Record1<UUID>> ofProduct(ProductId product) {
        return selectDistinct(ORDER_LINES.ORDER_ID)
                .from(ORDER_LINES)
                .join(ORDERS)
                .on(ORDERS.ID.eq(ORDER_LINES.ORDER_ID))
                .where(ORDER_LINES.PRODUCT_ID.eq(product.value()))
                .and(isOf(filter.owner()))
                .and(isSoldBy(filter.owner(), product))
                .and(Keyset.from(page, ORDER_LINES.ORDER_ID))
                .and(isPlacedInTime(ORDER_LINES.ORDER_ID))
                .orderBy(ORDER_LINES.ORDER_ID.desc())
                .limit(Keyset.rows(page));
    }

    /** Asked once: without it all sales of another's product would be read, to find that none is the owner's. */
    private static Condition isSoldBy(Owner owner, ProductId product) {
        CreatorId creator = owner.creator();
        return creator == null
                ? noCondition()
                : exists(selectOne()
                        .from(PRODUCTS)
                        .where(PRODUCTS.ID.eq(product.value()))
                        .and(PRODUCTS.CREATOR_ID.eq(creator.value())));
    }

    private Select<Record1<UUID>> newestOf(List<Select<Record1<UUID>>> parts) {
        Select<Record1<UUID>> all =
                parts.stream().reduce((one, other) -> one.unionAll(other)).orElseThrow();
        return select(ID).from(all.asTable("parts", "id")).orderBy(ID.desc()).limit(Keyset.rows(page));
    }

    /** The times say it, and the ids from where to where to look. */
    private Condition isPlacedInTime(Field<UUID> id) {
        Instant from = filter.placedFrom();
        Instant to = filter.placedTo();
        Condition since =
                from == null ? noCondition() : ORDERS.PLACED_AT.ge(from).and(id.ge(Ids.lowest(from.minus(APART))));
        Condition before = to == null ? noCondition() : ORDERS.PLACED_AT.lt(to).and(id.lt(Ids.lowest(to.plus(APART))));
        return since.and(before);
    }

    static Condition isOf(Owner owner) {
        CreatorId creator = owner.creator();
        return creator == null ? noCondition() : ORDERS.CREATOR_ID.eq(creator.value());
    }
}
