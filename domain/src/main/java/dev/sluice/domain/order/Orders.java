package dev.sluice.domain.order;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All orders. Safe for use by many threads; joins the caller's transaction. */
public interface Orders {

    /** The order, whosesoever it is: for what the system does itself. */
    Optional<Order> find(OrderId id);

    /** The order, if it is the owner's. */
    Optional<Order> find(OrderId id, Owner owner);

    /** The order, if it is the owner's; nobody else advances it until the transaction ends, which this needs. */
    Optional<Order> lock(OrderId id, Owner owner);

    /** The orders with these ids, each once, in the order of their ids; those that are not there are left out. */
    List<Order> findAll(Collection<OrderId> ids);

    /** The same orders, and nobody else changes them until the transaction ends, which this needs. */
    List<Order> lockAll(Collection<OrderId> ids);

    /** The orders that the filter lets through, newest first. */
    Page<Order> list(OrderFilter filter, PageRequest page);

    /** Adds an order with its lines and tax lines. Needs a transaction. */
    default void add(Order order) {
        addAll(List.of(order));
    }

    /** {@linkplain #add Adds} several orders at once. */
    void addAll(List<Order> orders);

    /**
     * Stores an order's next step; its contents never change.
     *
     * @throws IllegalStateException if the stored version is not the one before {@code order.version()}
     */
    void advance(Order order);

    /**
     * Stores the next steps of many orders at once. Needs a transaction.
     *
     * @throws IllegalStateException if one of them cannot be {@linkplain #advance advanced}
     */
    void advanceAll(List<Order> orders);
}
