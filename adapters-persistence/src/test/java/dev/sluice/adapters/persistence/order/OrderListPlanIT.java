package dev.sluice.adapters.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.LargeShops;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.adapters.persistence.RowsRead;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
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
import java.util.ArrayList;
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

    private static final CreatorId CREATOR = new CreatorId(new UUID(7, 1));
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
    void aPageOfOrdersReadsWhatItHolds(PostgresVersion version) {
        PersistenceFixture fixture = filled(version);
        Orders orders = fixture.get(Orders.class);
        Product product = fixture.repositories()
                .products()
                .list(CREATOR, PageRequest.first(1))
                .items()
                .getFirst();

        assertThat(filters(product.id()))
                .allSatisfy(filter -> assertFlat(fixture, after -> orders.list(filter, new PageRequest(LIMIT, after))));
    }

    @ParameterizedTest
    @EnumSource
    void theSalesOfAnothersProductAreNotReadInSearchOfTheSellersOwn(PostgresVersion version) {
        PersistenceFixture fixture = filled(version);
        Orders orders = fixture.get(Orders.class);
        ProductId others = fixture.repositories()
                .products()
                .list(CREATOR, PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        OrderFilter own =
                OrderFilter.of(new Owner.Seller(new CreatorId(new UUID(7, 2)))).withProduct(others);

        Map<String, Long> rows = new RowsRead(fixture)
                .of(() -> assertThat(orders.list(own, PageRequest.first(LIMIT)).items())
                        .isEmpty());

        assertThat(rows.getOrDefault("orders", 0L)).isLessThanOrEqualTo(MOST);
        assertThat(rows.getOrDefault("order_lines", 0L)).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfABuyersOrdersReadsWhatItHolds(PostgresVersion version) {
        PersistenceFixture fixture = filled(version);
        PersonalRecords records = fixture.get(PersonalRecords.class);
        DataSubject buyer = new DataSubject(Owner.operations(), new EmailAddress("rare@example.com"));

        assertFlat(fixture, after -> records.orders(buyer, new PageRequest(LIMIT, after)));
    }

    private static PersistenceFixture filled(PostgresVersion version) {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);
        new LargeShops(fixture.dsl()).withOrders(2);
        fixture.dsl().execute(RARE);
        fixture.dsl().execute(ONE_BUYER);
        fixture.dsl().execute("vacuum analyze orders");
        return fixture;
    }

    private static List<OrderFilter> filters(ProductId product) {
        OrderFilter all = OrderFilter.of(Owner.operations());
        OrderFilter sellers = OrderFilter.of(new Owner.Seller(CREATOR));
        Set<OrderStatus> rare = Set.of(OrderStatus.FAILED, OrderStatus.CANCELLED);
        return List.of(
                all,
                sellers,
                all.withStatuses(Set.of(OrderStatus.FAILED)),
                all.withStatuses(rare),
                sellers.withStatuses(Set.of(OrderStatus.CANCELLED)),
                sellers.withStatuses(rare),
                all.withProduct(product),
                sellers.withProduct(product));
    }

    private static void assertFlat(PersistenceFixture fixture, Reading reading) {
        Page<?> first = read(fixture, () -> reading.after(null));
        read(fixture, () -> reading.after(first.next()));
    }

    private static Page<?> read(PersistenceFixture fixture, Supplier<Page<?>> reading) {
        List<Page<?>> page = new ArrayList<>();
        Map<String, Long> rows = new RowsRead(fixture).of(() -> page.add(reading.get()));

        assertThat(page.getFirst().items()).hasSize(LIMIT);
        assertThat(rows.getOrDefault("orders", 0L)).isLessThanOrEqualTo(MOST);
        assertThat(rows.getOrDefault("order_lines", 0L)).isLessThanOrEqualTo(2 * MOST);
        return page.getFirst();
    }

    /** A page of a list, after an id. */
    private interface Reading {

        Page<?> after(@Nullable UUID after);
    }
}
