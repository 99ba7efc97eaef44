package dev.sluice.domain.order;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.party.Buyer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * One buyer's order in one creator's shop. It moves from QUEUED over PROCESSING to COMPLETED, FAILED or CANCELLED, and
 * from COMPLETED to REFUNDED.
 *
 * @param version grows by one with every step
 */
public record Order(
        OrderId id, CreatorId creator, Buyer buyer, OrderContents contents, OrderProgress progress, long version) {

    private static final Set<OrderStatus> OPEN = EnumSet.of(OrderStatus.QUEUED, OrderStatus.PROCESSING);

    public static Order placed(OrderId id, CreatorId creator, Buyer buyer, OrderContents contents, Instant now) {
        return new Order(id, creator, buyer, contents, OrderProgress.queued(now), 1);
    }

    public OrderStatus status() {
        return progress.status();
    }

    /** Begins the processing, or begins it anew after an attempt that did not end well. */
    public Order start(Instant now) {
        return step(OPEN, progress.processing(now));
    }

    public Order complete(Instant now) {
        return step(EnumSet.of(OrderStatus.PROCESSING), progress.finished(OrderStatus.COMPLETED, now));
    }

    public Order fail(Instant now) {
        return step(OPEN, progress.finished(OrderStatus.FAILED, now));
    }

    public Order cancel(Instant now) {
        return step(OPEN, progress.finished(OrderStatus.CANCELLED, now));
    }

    /** Takes a completed order back, for good. */
    public Order refund() {
        return step(EnumSet.of(OrderStatus.COMPLETED), progress.refunded());
    }

    /** Queues a failed order again. */
    public Order requeue() {
        return step(EnumSet.of(OrderStatus.FAILED), progress.requeued());
    }

    private Order step(Set<OrderStatus> from, OrderProgress next) {
        if (!from.contains(status())) {
            throw new IllegalOrderStepException(id, status(), next.status());
        }
        return new Order(id, creator, buyer, contents, next, version + 1);
    }
}
