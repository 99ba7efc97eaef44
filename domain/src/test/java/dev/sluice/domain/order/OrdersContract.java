package dev.sluice.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.SampleOrders.SampleLine;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Orders} does. */
public interface OrdersContract {

    Instant LATER = Instant.parse("2026-03-01T12:00:01.234567Z");
    OrderFilter ALL = new OrderFilter(Owner.operations(), null);

    Repositories repositories();

    @Test
    default void anOrderIsFoundAsItWasAdded() {
        SampleLine first = new SampleLine(product(), 2, new TaxRate(2550));
        SampleLine second = new SampleLine(product(), 1, new TaxRate(1900));
        Order order = SampleOrders.placed(LATER, List.of(first, second, first));
        add(order);

        assertThat(orders().find(order.id())).contains(order);
    }

    @Test
    default void anOrderKeepsItsTitlesAndPricesWhenTheProductChanges() {
        Product product = product();
        Order order = SampleOrders.placed(product);
        add(order);

        repositories().products().replace(product.revised(SampleShop.productDetails(1, null, true)));

        assertThat(orders().find(order.id())).contains(order);
    }

    @Test
    default void anUnknownOrderIsNotFound() {
        assertThat(orders().find(new OrderId(new UUID(0, 1)))).isEmpty();
    }

    @Test
    default void anOrderIsThereForItsSellerAndForOperationsAlone() {
        Order order = SampleOrders.placed(product());
        Order other = SampleOrders.placed(product());
        add(order);
        add(other);
        Owner seller = new Owner.Seller(order.creator());

        assertThat(orders().find(order.id(), seller)).contains(order);
        assertThat(orders().find(other.id(), seller)).isEmpty();
        assertThat(orders().find(other.id(), Owner.operations())).contains(other);
        assertThat(orders().list(new OrderFilter(seller, null), PageRequest.first(10))
                        .items())
                .containsExactly(order);
        assertThat(orders().list(new OrderFilter(seller, OrderStatus.FAILED), PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    default void anOrderThatIsRolledBackIsNotThere() {
        Order order = SampleOrders.placed(product());

        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    orders().add(order);
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(orders().find(order.id())).isEmpty();
    }

    @Test
    default void everyStepIsStored() {
        Order order = SampleOrders.placed(product());
        add(order);

        Order started = order.start(LATER);
        orders().advance(started);
        assertThat(orders().find(order.id())).contains(started);

        Order failed = started.fail(LATER);
        orders().advance(failed);
        assertThat(orders().find(order.id())).contains(failed);

        Order requeued = failed.requeue();
        orders().advance(requeued);
        assertThat(orders().find(order.id())).contains(requeued);
    }

    @Test
    default void manyAreFoundAndTakeTheirStepsTogether() {
        Order first = SampleOrders.placed(product());
        Order second = SampleOrders.placed(product());
        Order other = SampleOrders.placed(product());
        List.of(first, second, other).forEach(this::add);
        OrderId missing = new OrderId(UUID.randomUUID());

        List<Order> found = orders().findAll(List.of(second.id(), missing, first.id(), second.id()));
        assertThat(found).containsExactlyInAnyOrder(first, second);
        assertThat(orders().findAll(List.of(first.id(), second.id()))).isEqualTo(found);
        repositories().transactions().run(() -> orders().advanceAll(List.of(first.start(LATER), second.cancel(LATER))));

        assertThat(orders().find(first.id())).contains(first.start(LATER));
        assertThat(orders().find(second.id())).contains(second.cancel(LATER));
        assertThat(orders().find(other.id())).contains(other);
        orders().advanceAll(List.of());
    }

    @Test
    default void ifOneCannotTakeItsStepNoneDoes() {
        Order first = SampleOrders.placed(product());
        Order second = SampleOrders.placed(product());
        List.of(first, second).forEach(this::add);
        orders().advance(second.cancel(LATER));

        assertThatThrownBy(() -> repositories()
                        .transactions()
                        .run(() -> orders().advanceAll(List.of(first.start(LATER), second.start(LATER)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(orders().find(first.id())).contains(first);
    }

    @Test
    default void ofTwoStepsFromOneVersionTheSecondIsRefused() {
        Order order = SampleOrders.placed(product());
        add(order);
        Order cancelled = order.cancel(LATER);
        orders().advance(cancelled);

        assertThatThrownBy(() -> orders().advance(order.start(LATER))).isInstanceOf(IllegalStateException.class);

        assertThat(orders().find(order.id())).contains(cancelled);
    }

    @Test
    default void aListRunsFromTheNewestToTheOldest() {
        Product product = product();
        List<Order> newestFirst =
                newestFirst(Stream.generate(() -> SampleOrders.placed(product)).limit(5));
        newestFirst.forEach(this::add);

        Page<Order> first = orders().list(ALL, PageRequest.first(3));
        Page<Order> second = orders().list(ALL, new PageRequest(3, first.next()));

        assertThat(first.items()).isEqualTo(newestFirst.subList(0, 3));
        assertThat(second).isEqualTo(new Page<>(newestFirst.subList(3, 5), null));
    }

    @Test
    default void aListMayHoldOneStatusOnly() {
        Product product = product();
        List<Order> queued =
                newestFirst(Stream.generate(() -> SampleOrders.placed(product)).limit(3));
        queued.forEach(this::add);
        Order cancelled = SampleOrders.placed(product).cancel(LATER);
        add(cancelled);

        assertThat(orders().list(new OrderFilter(Owner.operations(), OrderStatus.CANCELLED), PageRequest.first(10)))
                .isEqualTo(new Page<>(List.of(cancelled), null));
        assertThat(orders().list(new OrderFilter(Owner.operations(), OrderStatus.QUEUED), PageRequest.first(2))
                        .items())
                .isEqualTo(queued.subList(0, 2));
        assertThat(orders().list(new OrderFilter(Owner.operations(), OrderStatus.COMPLETED), PageRequest.first(2))
                        .items())
                .isEmpty();
    }

    @Test
    default void ofManyWhoLockAnOrderToTakeOneStepOneTakesItAndTheOthersSeeIt() {
        Order order = SampleOrders.placed(product());
        add(order);

        List<Boolean> taken =
                Concurrently.times(10, () -> repositories().transactions().call(() -> start(order)));

        assertThat(taken).containsOnlyOnce(true);
        assertThat(orders().find(order.id()).orElseThrow().version()).isEqualTo(2);
    }

    private boolean start(Order order) {
        Order locked = orders().lock(order.id(), Owner.operations()).orElseThrow();
        boolean queued = locked.status() == OrderStatus.QUEUED;
        if (queued) {
            orders().advance(locked.start(LATER));
        }
        return queued;
    }

    @Test
    default void aStrangerLocksNothing() {
        Order order = SampleOrders.placed(product());
        add(order);
        Owner stranger = new Owner.Seller(SampleShop.creator().id());

        assertThat(repositories().transactions().call(() -> orders().lock(order.id(), stranger)))
                .isEmpty();
        assertThat(repositories().transactions().call(() -> orders().lock(order.id(), Owner.operations())))
                .contains(order);
    }

    private static List<Order> newestFirst(Stream<Order> orders) {
        return orders.sorted(Comparator.comparing((Order order) -> order.id().value())
                        .reversed())
                .toList();
    }

    private Orders orders() {
        return repositories().orders();
    }

    private void add(Order order) {
        repositories().transactions().run(() -> orders().add(order));
    }

    private Product product() {
        var creator = SampleShop.creator();
        Product product = SampleShop.product(creator.id());
        repositories().creators().add(creator);
        repositories().products().add(product);
        return product;
    }
}
