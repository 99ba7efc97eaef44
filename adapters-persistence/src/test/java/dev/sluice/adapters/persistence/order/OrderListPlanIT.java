package dev.sluice.adapters.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import dev.sluice.adapters.persistence.LargeShops;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.adapters.persistence.RowsRead;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.privacy.DataSubject;
import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However orders are looked for, a page costs about what it holds, and the second as much as the first. */
final class OrderListPlanIT {

    private static final int LIMIT = 20;

    /** Each row that is found is read once from its index and once by its id. */
    private static final long MOST = 4L * LIMIT;

    /** The few that are rare are the oldest of all, the worst place to look for them from the newest on. */
    private static final String RARE = """
            update orders set status = case when id < (select id from orders order by id offset 40 limit 1)
                then 'FAILED' else 'CANCELLED' end
            where id < (select id from orders order by id offset 80 limit 1)
            """;

    private static final String ONE_BUYER = """
            update orders set buyer_email = 'Rare@example.com' where status <> 'COMPLETED'
            """;

    @ParameterizedTest
    @EnumSource
    void aPageReadsWhatItHolds(PostgresVersion version) {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);
        CreatorId creator =
                new CreatorId(new LargeShops(fixture.dsl()).withOrders(2).getFirst());
        fixture.dsl().execute(RARE);
        fixture.dsl().execute(ONE_BUYER);
        fixture.dsl().execute("vacuum analyze orders");
        ProductId product = new ProductId(fixture.dsl()
                .resultQuery("select min(id::text)::uuid from products where creator_id = {0}", inline(creator.value()))
                .fetchSingle(0, UUID.class));
        OrderFilter all = OrderFilter.of(Owner.operations());
        OrderFilter sellers = OrderFilter.of(new Owner.Seller(creator));
        Set<OrderStatus> rare = Set.of(OrderStatus.FAILED, OrderStatus.CANCELLED);

        for (OrderFilter filter : List.of(
                all,
                sellers,
                all.withStatuses(Set.of(OrderStatus.FAILED)),
                all.withStatuses(rare),
                sellers.withStatuses(Set.of(OrderStatus.CANCELLED)),
                sellers.withStatuses(rare),
                all.withProduct(product),
                sellers.withProduct(product))) {
            Orders orders = fixture.get(Orders.class);
            assertFlat(fixture, filter, after -> orders.list(filter, new PageRequest(LIMIT, after)));
        }
        PersonalRecords records = fixture.get(PersonalRecords.class);
        DataSubject buyer = new DataSubject(Owner.operations(), new EmailAddress("rare@example.com"));
        assertFlat(fixture, "the buyer", after -> records.orders(buyer, new PageRequest(LIMIT, after)));
    }

    private static void assertFlat(PersistenceFixture fixture, Object what, Reading reading) {
        Page<?> first = read(fixture, what, () -> reading.after(null));
        read(fixture, what, () -> reading.after(first.next()));
    }

    private static Page<?> read(PersistenceFixture fixture, Object what, Supplier<Page<?>> reading) {
        Page<?>[] page = new Page<?>[1];
        Map<String, Long> rows = new RowsRead(fixture).of(() -> page[0] = reading.get());

        assertThat(page[0].items()).as("%s", what).hasSize(LIMIT);
        assertThat(rows.getOrDefault("orders", 0L)).as("%s", what).isLessThanOrEqualTo(MOST);
        assertThat(rows.getOrDefault("order_lines", 0L)).as("%s", what).isLessThanOrEqualTo(2 * MOST);
        return page[0];
    }

    /** A page of a list, after an id. */
    private interface Reading {

        Page<?> after(@Nullable UUID after);
    }
}
