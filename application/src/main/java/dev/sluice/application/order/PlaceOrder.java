package dev.sluice.application.order;

import dev.sluice.application.group.GroupCommit;
import dev.sluice.application.order.PlaceOrderResult.KeyInFlight;
import dev.sluice.application.order.PlaceOrderResult.KeyReused;
import dev.sluice.application.order.PlaceOrderResult.Placed;
import dev.sluice.application.order.PlaceOrderResult.UnknownCreator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.idempotency.IdempotencyClaim;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Places an order: the order, its idempotency record and its job are written together or not at all. Orders that arrive at
 * the same time share a transaction, unless they ask for something limited: those wait for each other's units, and one
 * that is refused takes back what it has reserved. Safe for use by many threads, outside of transactions.
 */
public final class PlaceOrder {

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Basket basket;
    private final Orders orders;
    private final OrderQueue queue;
    private final Ids ids;
    private final InstantSource clock;
    private final GroupCommit<Placing, PlaceOrderResult> groups;

    public PlaceOrder(
            Transactions transactions,
            IdempotencyRecords idempotency,
            Basket basket,
            Orders orders,
            OrderQueue queue,
            Ids ids,
            InstantSource clock,
            LineLimits limits,
            Metrics metrics) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.basket = basket;
        this.orders = orders;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
        this.groups = new GroupCommit<>(this::placeTogether, this::placeAlone, limits, metrics, "orders.groups.failed");
    }

    public PlaceOrderResult place(PlaceOrderCommand command) {
        if (!command.owner().owns(command.creator())) {
            return new UnknownCreator();
        }
        OrderId id = new OrderId(ids.next());
        return groups.call(new Placing(id, command, queue.request(id, command.creator())));
    }

    /** @return nothing for those that have to be placed alone */
    private Map<Placing, PlaceOrderResult> placeTogether(List<Placing> all) {
        return transactions.call(() -> {
            Map<ProductId, Product> found =
                    basket.find(all.stream().map(Placing::command).toList());
            // Whoever repeats a request that is in the same group finds out alone what came of it.
            Set<IdempotencyKey> keys = new HashSet<>();
            List<Placing> together = all.stream()
                    .filter(placing -> basket.isAtHand(placing.command(), found))
                    .filter(placing -> keys.add(placing.command().key()))
                    .toList();
            return together.isEmpty() ? Map.of() : claimAndPlace(together, found);
        });
    }

    private PlaceOrderResult placeAlone(Placing placing) {
        List<Placing> alone = List.of(placing);
        try {
            Map<Placing, PlaceOrderResult> results =
                    transactions.call(() -> claimAndPlace(alone, basket.find(List.of(placing.command()))));
            return Objects.requireNonNull(results.get(placing));
        } catch (RefusedOrder refusal) {
            return refusal.result();
        }
    }

    private Map<Placing, PlaceOrderResult> claimAndPlace(List<Placing> group, Map<ProductId, Product> found) {
        List<IdempotencyClaim> claims =
                idempotency.claimAll(group.stream().map(Placing::claim).toList());
        Map<Placing, PlaceOrderResult> results = new HashMap<>();
        List<Placing> fresh = new ArrayList<>();
        for (int index = 0; index < group.size(); index++) {
            Placing placing = group.get(index);
            results.put(
                    placing,
                    switch (claims.get(index)) {
                        case IdempotencyClaim.Done done -> new Placed(new OrderId(done.result()));
                        case IdempotencyClaim.InFlight inFlight -> new KeyInFlight();
                        case IdempotencyClaim.Reused reused -> new KeyReused();
                        case IdempotencyClaim.Fresh anew -> {
                            fresh.add(placing);
                            yield new Placed(placing.id());
                        }
                    });
        }
        placeAnew(fresh, found);
        return results;
    }

    private void placeAnew(List<Placing> fresh, Map<ProductId, Product> found) {
        if (!fresh.isEmpty()) {
            orders.addAll(fresh.stream().map(placing -> order(placing, found)).toList());
            queue.add(fresh.stream().map(Placing::job).toList());
        }
    }

    private Order order(Placing placing, Map<ProductId, Product> found) {
        PlaceOrderCommand command = placing.command();
        OrderContents contents = basket.fill(command, found);
        return Order.placed(placing.id(), command.creator(), command.buyer(), contents, clock.instant());
    }
}
