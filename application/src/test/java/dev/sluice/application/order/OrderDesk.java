package dev.sluice.application.order;

import dev.sluice.application.invoice.IssueCreditNote;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.order.PlaceOrderCommand.Item;
import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.application.webhook.DeliveryQueue;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One creator's shop that takes orders, on a clock that stands still until it is moved. */
final class OrderDesk {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration BACKOFF = Duration.ofSeconds(5);
    static final RetryPolicy RETRY = new RetryPolicy(3, Backoff.fixed(BACKOFF));

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final ManualEngine engine = new ManualEngine(clock, repositories.transactions());
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(ProcessOrder.TYPE.queue()));
    private final Ids ids = new Ids(clock);
    private final Creator creator = SampleShop.creator();
    private final PlaceOrder placing = placing(RETRY);

    OrderDesk() {
        repositories.creators().add(creator);
    }

    SettableClock clock() {
        return clock;
    }

    InMemoryRepositories repositories() {
        return repositories;
    }

    ManualEngine engine() {
        return engine;
    }

    InMemoryJobs jobs() {
        return engine.jobs();
    }

    InMemoryJobQueue queue() {
        return queue;
    }

    Ids ids() {
        return ids;
    }

    Creator creator() {
        return creator;
    }

    AnnounceOrders announcing() {
        return new AnnounceOrders(
                repositories.webhookEndpoints(),
                repositories.webhookDeliveries(),
                new DeliveryQueue(engine.transactions(), jobs(), queue),
                ids,
                clock);
    }

    /** The use case, with this retry policy for its jobs. */
    PlaceOrder placing(RetryPolicy retry) {
        return placing(engine.transactions(), orderQueue(retry));
    }

    PlaceOrder placing(Transactions transactions, OrderQueue orderQueue) {
        return new PlaceOrder(
                transactions,
                repositories.idempotencyRecords(),
                new Basket(repositories.creators(), repositories.products()),
                repositories.orders(),
                orderQueue,
                ids,
                clock,
                new LineLimits(1_000, Duration.ofSeconds(3)),
                (times, counter, tags) -> {});
    }

    RefundOrder refunding() {
        return new RefundOrder(
                engine.transactions(),
                repositories.orders(),
                repositories.products(),
                new IssueCreditNote(repositories.invoices(), repositories.creditNotes(), ids, clock),
                orderQueue(RETRY),
                announcing());
    }

    RequestReceipt requesting() {
        return new RequestReceipt(
                engine.transactions(),
                repositories.orders(),
                repositories.invoiceDocuments(),
                repositories.receipts(),
                orderQueue(RETRY),
                ids,
                clock);
    }

    OrderQueue orderQueue(RetryPolicy retry) {
        return new OrderQueue(engine.transactions(), jobs(), queue, retry);
    }

    PlaceOrderResult place(PlaceOrderCommand command) {
        return placing.place(command);
    }

    /** Places an order that nothing speaks against. */
    OrderId placed(PlaceOrderCommand command) {
        return ((PlaceOrderResult.Placed) place(command)).order();
    }

    /** A product on sale, limited unless the stock is null. */
    Product product(long priceMinor, @Nullable Integer stock) {
        return stored(SampleShop.product(creator.id(), SampleShop.productDetails(priceMinor, stock, true)));
    }

    Product stored(Product product) {
        repositories.products().add(product);
        return product;
    }

    @Nullable
    Integer stockOf(Product product) {
        return repositories
                .products()
                .find(product.id())
                .orElseThrow()
                .details()
                .stock();
    }

    /** A command by a German buyer under this key. */
    PlaceOrderCommand command(String key, Item... items) {
        return command(key, creator.id(), "DE", items);
    }

    static PlaceOrderCommand command(String key, CreatorId creator, String country, Item... items) {
        Buyer buyer = new Buyer("Ada Lovelace", new EmailAddress("ada@example.org"), new Country(country));
        return new PlaceOrderCommand(
                Owner.operations(),
                new IdempotencyKey("operations", "place-order", key),
                creator,
                buyer,
                List.of(items));
    }

    static Item item(Product product, int quantity) {
        return item(product.id(), quantity);
    }

    static Item item(ProductId product, int quantity) {
        return new Item(product, quantity);
    }

    Order order(OrderId id) {
        return repositories.orders().find(id).orElseThrow();
    }

    List<Order> orders() {
        return repositories
                .orders()
                .list(OrderFilter.of(Owner.operations()), PageRequest.first(100))
                .items();
    }

    List<Job> allJobs() {
        return jobs().list(JobFilter.ALL, PageRequest.first(100)).items();
    }
}
