package dev.sluice.application.order;

import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.Orders;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Keeps an order in step with its job: the two change in one transaction. */
public final class OrderFollowsJob implements JobFollower<ProcessOrder.Payload> {

    private final Orders orders;
    private final Products products;
    private final InstantSource clock;

    public OrderFollowsJob(Orders orders, Products products, InstantSource clock) {
        this.orders = orders;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public JobType<ProcessOrder.Payload> type() {
        return ProcessOrder.TYPE;
    }

    @Override
    public void follow(List<ProcessOrder.Payload> payloads, JobState state) {
        payloads.forEach(payload -> orders.find(payload.orderId()).ifPresent(order -> follow(order, state)));
    }

    private void follow(Order order, JobState state) {
        switch (state) {
            case SUCCEEDED -> orders.advance(order.complete(clock.instant()));
            case DEAD -> orders.advance(order.fail(clock.instant()));
            case AVAILABLE -> orders.advance(order.requeue());
            case CANCELLED -> cancel(order);
            case WAITING, SCHEDULED, DISPATCHED, RUNNING, RETRYING ->
                throw new IllegalArgumentException("nothing follows " + state);
        }
    }

    private void cancel(Order order) {
        orders.advance(order.cancel(clock.instant()));
        order.contents().lines().stream()
                .filter(OrderLine::reserved)
                .sorted(Comparator.comparing(line -> line.product().value()))
                .forEach(this::release);
    }

    private void release(OrderLine line) {
        products.release(line.product(), line.quantity());
    }
}
