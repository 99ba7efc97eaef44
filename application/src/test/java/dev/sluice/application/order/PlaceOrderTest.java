package dev.sluice.application.order;

import static dev.sluice.application.order.OrderDesk.command;
import static dev.sluice.application.order.OrderDesk.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.application.job.Eventually;
import dev.sluice.application.order.PlaceOrderResult.KeyInFlight;
import dev.sluice.application.order.PlaceOrderResult.KeyReused;
import dev.sluice.application.order.PlaceOrderResult.Placed;
import dev.sluice.application.order.PlaceOrderResult.SoldOut;
import dev.sluice.application.order.PlaceOrderResult.UnknownCreator;
import dev.sluice.application.order.PlaceOrderResult.UnknownProduct;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.idempotency.IdempotentRequest;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.TaxLine;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.transaction.Transactions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderTest {

    private final OrderDesk desk = new OrderDesk();
    private final Product presets = desk.product(1999, null);

    @Test
    void anOrderIsQueuedWithItsPricesAndItsTaxFrozen() {
        Product book = desk.product(500, null);
        OrderId id = desk.placed(desk.command("key", item(presets, 1), item(book, 3)));
        Order order = desk.order(id);
        assertThat(order.status()).isEqualTo(OrderStatus.QUEUED);
        assertThat(order.progress().placedAt()).isEqualTo(OrderDesk.NOON);
        assertThat(order.creator()).isEqualTo(desk.creator().id());
        assertThat(order.buyer()).isEqualTo(desk.command("other", item(book, 1)).buyer());
        assertThat(order.contents().lines()).containsExactly(line(presets, 1), line(book, 3));
        assertThat(order.contents().taxLines())
                .containsExactly(new TaxLine(new TaxRate(1900), euros(3499), euros(665)));
        assertThat(order.contents().total()).isEqualTo(euros(4164));
    }

    @Test
    void toASellerAStrangersShopIsUnknown() {
        PlaceOrderCommand own = desk.command("key", item(presets, 1));
        Owner stranger = new Owner.Seller(new CreatorId(new UUID(0, 1)));

        assertThat(desk.place(on(stranger, own))).isEqualTo(new UnknownCreator());
        assertThat(desk.orders()).isEmpty();
        assertThat(desk.place(on(new Owner.Seller(own.creator()), own))).isInstanceOf(Placed.class);
    }

    private static PlaceOrderCommand on(Owner behalf, PlaceOrderCommand command) {
        return new PlaceOrderCommand(behalf, command.key(), command.creator(), command.buyer(), command.items());
    }

    @Test
    void aLaterChangeOfTheProductLeavesTheOrderAlone() {
        OrderId id = desk.placed(desk.command("key", item(presets, 1)));
        desk.repositories().products().replace(presets.revised(SampleShop.productDetails(9999, null, false)));
        assertThat(desk.order(id).contents().lines()).containsExactly(line(presets, 1));
    }

    @ParameterizedTest
    @CsvSource({"DE, 1900, 380", "FI, 2550, 510", "LU, 1700, 340", "CH, 0, 0", "US, 0, 0"})
    void theBuyersCountryDecidesTheTax(String country, int basisPoints, long tax) {
        OrderId id = desk.placed(command("key", desk.creator().id(), country, item(presets, 1)));
        assertThat(desk.order(id).contents().taxLines())
                .containsExactly(new TaxLine(new TaxRate(basisPoints), euros(1999), euros(tax)));
    }

    @Test
    void anOrderHasOneJob() {
        desk.placed(desk.command("key", item(presets, 1)));
        assertThat(desk.allJobs()).singleElement().satisfies(job -> {
            assertThat(job.type()).isEqualTo("process-sync");
            assertThat(job.state()).isEqualTo(JobState.AVAILABLE);
            assertThat(job.times().dueAt()).isEqualTo(OrderDesk.NOON);
        });
    }

    @Test
    void theRetryPolicyIsFrozenInTheJob() {
        RetryPolicy patient = new RetryPolicy(7, Backoff.fixed(Duration.ofMinutes(1)));
        desk.placing(patient).place(desk.command("first", item(presets, 1)));
        desk.clock().advance(Duration.ofMillis(1));
        desk.place(desk.command("second", item(presets, 1)));
        assertThat(desk.allJobs()).extracting(Job::attempts).containsExactly(3, 7);
    }

    @Test
    void theSameRequestAgainYieldsTheSameOrderAndNoOtherJob() {
        Product limited = desk.product(500, 5);
        PlaceOrderCommand command = desk.command("key", item(limited, 2));
        OrderId first = desk.placed(command);
        desk.clock().advance(Duration.ofHours(1));
        assertThat(desk.place(command)).isEqualTo(new Placed(first));
        assertThat(desk.orders()).hasSize(1);
        assertThat(desk.allJobs()).hasSize(1);
        assertThat(desk.stockOf(limited)).isEqualTo(3);
    }

    @Test
    void aKeyUsedForAnOrderInAnotherLanguageIsRefused() {
        PlaceOrderCommand english = desk.command("key", item(presets, 1));
        Buyer buyer = english.buyer();
        desk.placed(english);

        PlaceOrderCommand german = new PlaceOrderCommand(
                english.owner(),
                english.key(),
                english.creator(),
                new Buyer(buyer.name(), buyer.email(), buyer.country(), Language.GERMAN),
                english.items());

        assertThat(desk.place(german)).isEqualTo(new KeyReused());
    }

    @Test
    void aKeyUsedForAnotherOrderIsRefused() {
        desk.placed(desk.command("key", item(presets, 1)));
        assertThat(desk.place(desk.command("key", item(presets, 2)))).isEqualTo(new KeyReused());
        assertThat(desk.place(command("key", desk.creator().id(), "FR", item(presets, 1))))
                .isEqualTo(new KeyReused());
        assertThat(desk.orders()).hasSize(1);
        assertThat(desk.allJobs()).hasSize(1);
    }

    @Test
    void twoKeysAreTwoOrders() {
        OrderId first = desk.placed(desk.command("first", item(presets, 1)));
        assertThat(desk.placed(desk.command("second", item(presets, 1)))).isNotEqualTo(first);
        assertThat(desk.orders()).hasSize(2);
        assertThat(desk.allJobs()).hasSize(2);
    }

    @Test
    void aRequestWhoseKeyIsInFlightIsToldSoAtOnce() {
        PlaceOrderCommand command = desk.command("key", item(presets, 1));
        PlaceOrderResult result = desk.repositories().transactions().call(() -> {
            desk.repositories()
                    .idempotencyRecords()
                    .claim(new IdempotentRequest(command.key(), command.fingerprint(), new UUID(1, 2)));
            return Concurrently.elsewhere(() -> desk.place(command));
        });
        assertThat(result).isEqualTo(new KeyInFlight());
        assertThat(desk.orders()).isEmpty();
        assertThat(desk.allJobs()).isEmpty();
    }

    @Test
    @Timeout(30)
    void theSameRequestManyTimesAtOnceIsOneOrder() {
        PlaceOrderCommand command = desk.command("key", item(presets, 1));
        List<PlaceOrderResult> results = Concurrently.times(50, () -> desk.place(command));
        assertThat(desk.orders()).hasSize(1);
        assertThat(desk.allJobs()).hasSize(1);
        Placed placed = new Placed(desk.orders().getFirst().id());
        assertThat(results).contains(placed).isSubsetOf(placed, new KeyInFlight());
    }

    @Test
    @Timeout(30)
    void theLastUnitIsSoldOnce() {
        Product last = desk.product(500, 1);
        List<PlaceOrderResult> results = Concurrently.times(
                20, () -> desk.place(desk.command(UUID.randomUUID().toString(), item(last, 1))));
        assertThat(results).filteredOn(Placed.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(new SoldOut(0)::equals).hasSize(19);
        assertThat(desk.stockOf(last)).isZero();
        assertThat(desk.orders()).hasSize(1);
        assertThat(desk.allJobs()).hasSize(1);
    }

    @Test
    void anUnknownCreatorIsRefused() {
        CreatorId unknown = new CreatorId(new UUID(0, 1));
        assertRefused(command("key", unknown, "DE", item(presets, 1)), new UnknownCreator());
    }

    @Test
    void anUnknownProductIsRefusedByItsIndex() {
        ProductId unknown = new ProductId(new UUID(0, 1));
        assertRefused(desk.command("key", item(presets, 1), item(unknown, 1)), new UnknownProduct(1));
    }

    @Test
    void aProductOfAnotherCreatorIsAsUnknownAsNone() {
        Product foreign = desk.stored(SampleShop.product(SampleShop.creator().id()));
        assertRefused(desk.command("key", item(presets, 1), item(foreign, 1)), new UnknownProduct(1));
    }

    @Test
    void aProductOffSaleIsSoldOut() {
        Product withdrawn =
                desk.stored(SampleShop.product(desk.creator().id(), SampleShop.productDetails(500, null, false)));
        assertRefused(desk.command("key", item(presets, 1), item(withdrawn, 1)), new SoldOut(1));
    }

    @Test
    void reservedUnitsAreOffTheStock() {
        Product limited = desk.product(500, 5);
        desk.placed(desk.command("key", item(limited, 2), item(limited, 3)));
        assertThat(desk.stockOf(limited)).isZero();
        assertThat(desk.stockOf(presets)).isNull();
    }

    @Test
    void ifOneItemIsSoldOutNothingStaysReserved() {
        Product enough = desk.product(500, 5);
        Product few = desk.product(500, 1);
        assertRefused(desk.command("key", item(enough, 2), item(few, 2)), new SoldOut(1));
        assertRefused(desk.command("key", item(few, 2), item(enough, 2)), new SoldOut(0));
        assertThat(desk.stockOf(enough)).isEqualTo(5);
        assertThat(desk.stockOf(few)).isEqualTo(1);
    }

    @Test
    void itemsOfOneProductShareItsStock() {
        Product limited = desk.product(500, 3);
        assertRefused(desk.command("key", item(limited, 2), item(limited, 2)), new SoldOut(1));
        assertThat(desk.stockOf(limited)).isEqualTo(3);
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        Product limited = desk.product(500, 1);
        assertRefused(desk.command("key", item(limited, 2)), new SoldOut(0));
        assertThat(desk.place(desk.command("key", item(limited, 1)))).isInstanceOf(Placed.class);
    }

    @Test
    void theDispatcherIsWokenOnceTheOrderHasCommitted() {
        List<Boolean> open = new ArrayList<>();
        OrderQueue queue = new OrderQueue(
                desk.repositories().transactions(),
                desk.jobs(),
                () -> open.add(desk.repositories().transactions().isOpen()),
                OrderDesk.RETRY);
        desk.placing(desk.repositories().transactions(), queue).place(desk.command("key", item(presets, 1)));
        assertThat(open).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatRollsBackWakesNobodyAndLeavesTheKeyAndTheStock(boolean isLimited) {
        Product product = desk.product(500, isLimited ? 5 : null);
        PlaceOrderCommand command = desk.command("key", item(product, 2));
        OrderQueue broken =
                new OrderQueue(desk.repositories().transactions(), brokenJobs(), desk.queue(), OrderDesk.RETRY);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        desk.placing(desk.repositories().transactions(), broken).place(command));
        assertThat(desk.queue().wakeUps()).isZero();
        assertThat(desk.orders()).isEmpty();
        assertThat(desk.stockOf(product)).isEqualTo(product.details().stock());
        assertThat(desk.place(command)).isInstanceOf(Placed.class);
    }

    /** Jobs that cannot be enqueued. */
    private Jobs brokenJobs() {
        return (Jobs) Proxy.newProxyInstance(
                Jobs.class.getClassLoader(), new Class<?>[] {Jobs.class}, (jobs, method, arguments) -> {
                    throw new IllegalStateException("deliberate");
                });
    }

    /** Transactions that begin once they may. */
    private record Gated(Transactions transactions, CountDownLatch gate) implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return transactions.call(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            transactions.afterCommit(action);
        }
    }

    @Test
    @Timeout(30)
    void ordersThatArriveTogetherAreEachPlacedOrRefusedForThemselves() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        PlaceOrder placing =
                desk.placing(new Gated(desk.repositories().transactions(), gate), desk.orderQueue(OrderDesk.RETRY));
        Product last = desk.product(500, 1);
        ProductId unknown = new ProductId(new UUID(0, 1));
        List<PlaceOrderCommand> commands = IntStream.range(0, 40)
                .mapToObj(number -> switch (number % 4) {
                    case 0 -> desk.command("key" + number, item(presets, 1));
                    case 1 -> desk.command("key" + number, item(last, 1));
                    case 2 -> desk.command("key" + number, item(unknown, 1));
                    default -> desk.command("often", item(presets, 2));
                })
                .toList();
        BlockingQueue<PlaceOrderResult> results = new LinkedBlockingQueue<>();
        List<Thread> callers = commands.stream()
                .map(command -> Thread.startVirtualThread(() -> results.add(placing.place(command))))
                .toList();
        Eventually.holds(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.TIMED_WAITING));

        gate.countDown();

        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(results).filteredOn(new SoldOut(0)::equals).hasSize(9);
        assertThat(results).filteredOn(new UnknownProduct(0)::equals).hasSize(10);
        assertThat(desk.orders()).hasSize(12);
        assertThat(desk.allJobs()).hasSize(12);
        assertThat(results).filteredOn(Placed.class::isInstance).containsAll(placedOrders());
        assertThat(desk.queue().wakeUps()).isBetween(2, 11);
    }

    private List<PlaceOrderResult> placedOrders() {
        return desk.orders().stream()
                .<PlaceOrderResult>map(order -> new Placed(order.id()))
                .toList();
    }

    @Test
    void anOrderIsPlacedWhileTheBrokerIsOutOfReach() {
        desk.queue().goDown();
        desk.placed(desk.command("key", item(presets, 1)));
        assertThat(desk.allJobs()).hasSize(1);
    }

    @Test
    void aCommandWithoutItemsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> desk.command("key"));
    }

    private void assertRefused(PlaceOrderCommand command, PlaceOrderResult refusal) {
        assertThat(desk.place(command)).isEqualTo(refusal);
        assertThat(desk.orders()).isEmpty();
        assertThat(desk.allJobs()).isEmpty();
        assertThat(desk.queue().wakeUps()).isZero();
    }

    private static OrderLine line(Product product, int quantity) {
        return new OrderLine(
                product.id(),
                product.details().title(),
                product.details().price(),
                quantity,
                new TaxRate(1900),
                product.details().stock() != null);
    }

    private static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }
}
