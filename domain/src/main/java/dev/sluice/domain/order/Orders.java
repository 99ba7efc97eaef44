package dev.sluice.domain.order;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Optional;

/** All orders. Safe for use by many threads; joins the caller's transaction. */
public interface Orders {

    Optional<Order> find(OrderId id);

    /** The orders that the filter lets through, newest first. */
    Page<Order> list(OrderFilter filter, PageRequest page);

    /** Adds an order with its lines and tax lines. Needs a transaction. */
    void add(Order order);

    /**
     * Stores an order's next step; its contents never change.
     *
     * @throws IllegalStateException if the stored version is not the one before {@code order.version()}
     */
    void advance(Order order);
}
