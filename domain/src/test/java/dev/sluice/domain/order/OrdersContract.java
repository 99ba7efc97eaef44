package dev.sluice.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.SampleOrders.SampleLine;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Orders} does. */
public interface OrdersContract {

    Instant LATER = Instant.parse("2026-03-01T12:00:01.234567Z");
    OrderFilter ALL = OrderFilter.of(Owner.operations());

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
        assertThat(orders().list(OrderFilter.of(seller), PageRequest.first(10)).items())
                .containsExactly(order);
        assertThat(orders().list(OrderFilter.of(seller).withStatuses(Set.of(OrderStatus.FAILED)), PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    default void severalOrdersAreAddedAtOnceEachWithItsOwnLines() {
        Order first = SampleOrders.placed(product());
        Order second = SampleOrders.placed(product()).start(LATER);

        repositories().transactions().run(() -> orders().addAll(List.of(first, second)));
        repositories().transactions().run(() -> orders().addAll(List.of()));

        assertThat(orders().find(first.id())).contains(first);
        assertThat(orders().find(second.id())).contains(second);
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

        assertThat(orders().list(
                                OrderFilter.of(Owner.operations()).withStatuses(Set.of(OrderStatus.CANCELLED)),
                                PageRequest.first(10)))
                .isEqualTo(new Page<>(List.of(cancelled), null));
        assertThat(orders().list(
                                OrderFilter.of(Owner.operations()).withStatuses(Set.of(OrderStatus.QUEUED)),
                                PageRequest.first(2))
                        .items())
                .isEqualTo(queued.subList(0, 2));
        assertThat(orders().list(
                                OrderFilter.of(Owner.operations()).withStatuses(Set.of(OrderStatus.COMPLETED)),
                                PageRequest.first(2))
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
    default void ofManyWhoLockOrdersToTakeOneStepOneTakesItAndTheOthersSeeIt() {
        Product product = product();
        Order one = SampleOrders.placed(product);
        Order two = SampleOrders.placed(product);
        add(one);
        add(two);
        List<OrderId> ids = List.of(two.id(), one.id(), new OrderId(new UUID(0, 1)));

        List<Integer> started =
                Concurrently.times(8, () -> repositories().transactions().call(() -> startAll(ids)));

        assertThat(started).containsOnlyOnce(2).containsOnly(0, 2);
        assertThat(repositories().transactions().call(() -> orders().lockAll(ids)))
                .isEqualTo(orders().findAll(ids))
                .hasSize(2);
    }

    private int startAll(List<OrderId> ids) {
        List<Order> queued = orders().lockAll(ids).stream()
                .filter(order -> order.status() == OrderStatus.QUEUED)
                .toList();
        orders().advanceAll(queued.stream().map(order -> order.start(LATER)).toList());
        return queued.size();
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

    @Test
    default void aListMayHoldSeveralStatuses() {
        Product product = product();
        Order queued = SampleOrders.placed(product);
        Order cancelled = SampleOrders.placed(product).cancel(LATER);
        Order processing = SampleOrders.placed(product).start(LATER);
        Order elsewhere = SampleOrders.placed(product());
        List.of(queued, cancelled, processing, elsewhere).forEach(this::add);
        OrderFilter sellers = OrderFilter.of(new Owner.Seller(product.creator()))
                .withStatuses(Set.of(OrderStatus.QUEUED, OrderStatus.CANCELLED));
        List<Order> wanted = newestFirst(Stream.of(queued, cancelled));

        assertThat(orders().list(sellers, PageRequest.first(10)).items()).isEqualTo(wanted);
        Page<Order> first = orders().list(sellers, PageRequest.first(1));
        assertThat(first.items()).isEqualTo(wanted.subList(0, 1));
        assertThat(orders().list(sellers, new PageRequest(1, first.next())))
                .isEqualTo(new Page<>(wanted.subList(1, 2), null));
    }

    @Test
    default void aListMayHoldTheOrdersOfOneProductEachOnce() {
        Product product = product();
        Product other = product();
        Order one = SampleOrders.placed(product);
        Order two = SampleOrders.placed(LATER, List.of(SampleOrders.line(product, 1), SampleOrders.line(product, 2)));
        List.of(one, two, SampleOrders.placed(other)).forEach(this::add);
        OrderFilter all = ALL.withProduct(product.id());

        assertThat(orders().list(all, PageRequest.first(10)).items()).isEqualTo(newestFirst(Stream.of(one, two)));
        Page<Order> first = orders().list(all, PageRequest.first(1));
        assertThat(orders().list(all, new PageRequest(1, first.next())))
                .isEqualTo(new Page<>(newestFirst(Stream.of(one, two)).subList(1, 2), null));
        assertThat(orders().list(
                                OrderFilter.of(new Owner.Seller(other.creator()))
                                        .withProduct(product.id()),
                                PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    default void aListMayHoldTheOrdersOfATimeFromItsBeginToBeforeItsEnd() {
        Instant now = LATER;
        Product product = product();
        Order before = placed(product, now.minusMillis(1));
        Order begin = placed(product, now);
        Order end = placed(product, now.plusMillis(1));
        List.of(before, begin, end).forEach(this::add);

        assertThat(listed(ALL.placedBetween(now, now.plusMillis(1)))).containsExactly(begin);
        assertThat(listed(ALL.placedBetween(now, null))).containsExactlyInAnyOrder(begin, end);
        assertThat(listed(ALL.placedBetween(null, now))).containsExactly(before);
        assertThat(listed(ALL.withStatuses(Set.of(OrderStatus.QUEUED, OrderStatus.FAILED))
                        .placedBetween(now, now.plusMillis(1))))
                .containsExactly(begin);
        assertThat(listed(ALL.withProduct(product.id()).placedBetween(now, now.plusMillis(1))))
                .containsExactly(begin);
        assertThat(listed(ALL.placedBetween(now.plusSeconds(1), null))).isEmpty();
        assertThat(listed(ALL.placedBetween(
                        Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"))))
                .containsExactlyInAnyOrder(before, begin, end);
        assertThat(listed(ALL.placedBetween(Instant.EPOCH, now))).containsExactly(before);
        assertThat(listed(ALL.placedBetween(null, Instant.EPOCH))).isEmpty();
    }

    private List<Order> listed(OrderFilter filter) {
        return orders().list(filter, PageRequest.first(10)).items();
    }

    /** With an id of that time, as orders have. */
    private static Order placed(Product product, Instant at) {
        Order order = SampleOrders.placed(at, List.of(SampleOrders.line(product, 1)));
        OrderId id = new OrderId(new Ids(() -> at).next());
        return Order.placed(id, order.creator(), order.buyer(), order.contents(), at);
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
