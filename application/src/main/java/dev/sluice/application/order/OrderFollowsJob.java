package dev.sluice.application.order;

import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.webhook.WebhookEventType;
import java.time.InstantSource;
import java.util.List;

/** Keeps an order in step with its job, and has its seller told: all in one transaction. */
public final class OrderFollowsJob implements JobFollower<ProcessOrder.Payload> {

    private final Orders orders;
    private final Restocking restocking;
    private final AnnounceOrders announcing;
    private final InstantSource clock;

    public OrderFollowsJob(Orders orders, Products products, AnnounceOrders announcing, InstantSource clock) {
        this.orders = orders;
        this.restocking = new Restocking(products);
        this.announcing = announcing;
        this.clock = clock;
    }

    @Override
    public JobType<ProcessOrder.Payload> type() {
        return ProcessOrder.TYPE;
    }

    /** All orders in a few statements. */
    @Override
    public void follow(List<ProcessOrder.Payload> payloads, JobState state) {
        List<Order> followed =
                read(payloads.stream().map(ProcessOrder.Payload::orderId).toList(), state);
        orders.advanceAll(followed.stream().map(order -> next(order, state)).toList());
        switch (state) {
            case SUCCEEDED -> announcing.announce(WebhookEventType.ORDER_COMPLETED, followed);
            case DEAD -> announcing.announce(WebhookEventType.ORDER_FAILED, followed);
            case CANCELLED -> restocking.giveBack(followed);
            case AVAILABLE, WAITING, SCHEDULED, DISPATCHED, RUNNING, RETRYING -> {}
        }
    }

    /** What is under way its job alone changes; what has failed may be erased just now. */
    private List<Order> read(List<OrderId> ids, JobState state) {
        return state == JobState.AVAILABLE ? orders.lockAll(ids) : orders.findAll(ids);
    }

    private Order next(Order order, JobState state) {
        return switch (state) {
            case SUCCEEDED -> order.complete(clock.instant());
            case DEAD -> order.fail(clock.instant());
            case AVAILABLE -> order.requeue();
            case CANCELLED -> order.cancel(clock.instant());
            case WAITING, SCHEDULED, DISPATCHED, RUNNING, RETRYING ->
                throw new IllegalArgumentException("nothing follows " + state);
        };
    }
}
