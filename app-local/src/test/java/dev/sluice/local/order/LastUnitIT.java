package dev.sluice.local.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.order.Basket;
import dev.sluice.application.order.OrderQueue;
import dev.sluice.application.order.PlaceOrder;
import dev.sluice.application.order.PlaceOrderCommand;
import dev.sluice.application.order.PlaceOrderCommand.Item;
import dev.sluice.application.order.PlaceOrderResult;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.local.database.SharedDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many who want the last unit at the same moment, by the use case that the API calls. */
@ParameterizedClass
@EnumSource
final class LastUnitIT {

    private static final int BUYERS = 200;

    /** As many as have a connection: whoever does not get one is refused by the pool and not by the stock. */
    private static final int CONNECTIONS = 5;

    private final SharedDatabase database;

    LastUnitIT(PostgresVersion version) {
        database = SharedDatabase.started(version);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void ofTwoHundredBuyersOneGetsIt() throws Exception {
        Creator creator = SampleShop.creator();
        Product product = SampleShop.product(creator.id(), SampleShop.productDetails(1_999, 1, true));
        database.get(Creators.class).add(creator);
        database.get(Products.class).add(product);

        List<PlaceOrderResult> results = atOnce(
                new PlaceOrder(
                        database.get(Transactions.class),
                        database.get(IdempotencyRecords.class),
                        new Basket(database.get(Creators.class), database.get(Products.class)),
                        database.get(Orders.class),
                        new OrderQueue(
                                database.get(Transactions.class),
                                database.get(Jobs.class),
                                () -> {},
                                new RetryPolicy(1, Backoff.fixed(Duration.ZERO))),
                        new Ids(InstantSource.system()),
                        InstantSource.system()),
                product);

        assertThat(results)
                .filteredOn(PlaceOrderResult.Placed.class::isInstance)
                .hasSize(1);
        assertThat(results).filteredOn(new PlaceOrderResult.SoldOut(0)::equals).hasSize(BUYERS - 1);
        assertThat(count("orders")).isEqualTo(1);
        assertThat(count("order_lines")).isEqualTo(1);
        assertThat(count("idempotency_records")).isEqualTo(1);
        assertThat(count("jobs")).isEqualTo(1);
        assertThat(database.get(Products.class)
                        .find(product.id())
                        .orElseThrow()
                        .details()
                        .stock())
                .isZero();
    }

    private static List<PlaceOrderResult> atOnce(PlaceOrder placing, Product product) throws Exception {
        CyclicBarrier start = new CyclicBarrier(BUYERS);
        Semaphore connections = new Semaphore(CONNECTIONS);
        Callable<PlaceOrderResult> wish = () -> {
            PlaceOrderCommand command = command(product);
            start.await(30, TimeUnit.SECONDS);
            connections.acquire();
            try {
                return placing.place(command);
            } finally {
                connections.release();
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(BUYERS)) {
            return threads.invokeAll(Stream.generate(() -> wish).limit(BUYERS).toList(), 2, TimeUnit.MINUTES).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static PlaceOrderCommand command(Product product) {
        return new PlaceOrderCommand(
                Owner.operations(),
                new IdempotencyKey(
                        "operations", "place-order", UUID.randomUUID().toString()),
                product.creator(),
                new Buyer("Ada Lovelace", new EmailAddress("ada@example.org"), new Country("DE")),
                List.of(new Item(product.id(), 1)));
    }

    private int count(String table) {
        return database.get(DSLContext.class)
                .resultQuery("select count(*) from " + table)
                .fetchOptional(0, Integer.class)
                .orElseThrow();
    }
}
