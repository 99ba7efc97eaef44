package dev.sluice.domain.order;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.ProductId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list holds.
 *
 * @param owner only orders that are this one's
 * @param statuses only orders with one of these statuses; none means all
 * @param product only orders of this product, or null for those of all; not together with statuses, for no index would
 *     find the few of a product that have a rare status
 * @param placedFrom only orders placed then or later, or null
 * @param placedTo only orders placed before, or null
 */
public record OrderFilter(
        Owner owner,
        Set<OrderStatus> statuses,
        @Nullable ProductId product,
        @Nullable Instant placedFrom,
        @Nullable Instant placedTo) {

    public OrderFilter {
        statuses = Set.copyOf(statuses);
        if (product != null && !statuses.isEmpty()) {
            throw new IllegalArgumentException("orders are listed by product or by status");
        }
    }

    /** All orders of an owner. */
    public static OrderFilter of(Owner owner) {
        return new OrderFilter(owner, Set.of(), null, null, null);
    }

    public OrderFilter withStatuses(Set<OrderStatus> only) {
        return new OrderFilter(owner, only, product, placedFrom, placedTo);
    }

    public OrderFilter withProduct(@Nullable ProductId only) {
        return new OrderFilter(owner, statuses, only, placedFrom, placedTo);
    }

    public OrderFilter placedBetween(@Nullable Instant from, @Nullable Instant to) {
        return new OrderFilter(owner, statuses, product, from, to);
    }

    /** Whether it lets an order through. */
    public boolean passes(Order order) {
        return owner.owns(order.creator())
                && (statuses.isEmpty() || statuses.contains(order.status()))
                && (product == null
                        || order.contents().lines().stream()
                                .anyMatch(line -> line.product().equals(product)))
                && isPlacedInTime(order.progress().placedAt());
    }

    private boolean isPlacedInTime(Instant placedAt) {
        return (placedFrom == null || !placedAt.isBefore(placedFrom))
                && (placedTo == null || placedAt.isBefore(placedTo));
    }
}
