package dev.sluice.application.order;

import dev.sluice.application.order.PlaceOrderResult.KeyInFlight;
import dev.sluice.application.order.PlaceOrderResult.KeyReused;
import dev.sluice.application.order.PlaceOrderResult.Placed;
import dev.sluice.application.order.PlaceOrderResult.UnknownCreator;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.idempotency.IdempotencyClaim;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;

/** Places an order: the order, its idempotency record and its job are written together or not at all. */
public final class PlaceOrder {

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Basket basket;
    private final Orders orders;
    private final OrderQueue queue;
    private final Ids ids;
    private final InstantSource clock;

    public PlaceOrder(
            Transactions transactions,
            IdempotencyRecords idempotency,
            Basket basket,
            Orders orders,
            OrderQueue queue,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.basket = basket;
        this.orders = orders;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    public PlaceOrderResult place(PlaceOrderCommand command) {
        if (!command.owner().owns(command.creator())) {
            return new UnknownCreator();
        }
        try {
            return transactions.call(() -> claimAndPlace(command));
        } catch (RefusedOrder refusal) {
            return refusal.result();
        }
    }

    private PlaceOrderResult claimAndPlace(PlaceOrderCommand command) {
        OrderId id = new OrderId(ids.next());
        return switch (idempotency.claim(command.key(), command.fingerprint(), id.value())) {
            case IdempotencyClaim.Done done -> new Placed(new OrderId(done.result()));
            case IdempotencyClaim.InFlight inFlight -> new KeyInFlight();
            case IdempotencyClaim.Reused reused -> new KeyReused();
            case IdempotencyClaim.Fresh fresh -> placeAnew(id, command);
        };
    }

    private PlaceOrderResult placeAnew(OrderId id, PlaceOrderCommand command) {
        OrderContents contents = basket.fill(command);
        orders.add(Order.placed(id, command.creator(), command.buyer(), contents, clock.instant()));
        queue.add(id, command.creator());
        return new Placed(id);
    }
}
