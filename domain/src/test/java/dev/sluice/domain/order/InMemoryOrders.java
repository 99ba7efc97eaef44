package dev.sluice.domain.order;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders in memory. */
public final class InMemoryOrders implements Orders {

    private final InMemoryTable<OrderId, Order> table;

    public InMemoryOrders(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return table.find(id);
    }

    @Override
    public Optional<Order> find(OrderId id, Owner owner) {
        return find(id).filter(order -> owner.owns(order.creator()));
    }

    @Override
    public Optional<Order> lock(OrderId id, Owner owner) {
        table.update(id, Optional::of);
        return find(id, owner);
    }

    @Override
    public List<Order> findAll(Collection<OrderId> ids) {
        return table.rows()
                .filter(order -> ids.contains(order.id()))
                .sorted(Comparator.comparing(order -> order.id().value().toString()))
                .toList();
    }

    @Override
    public List<Order> lockAll(Collection<OrderId> ids) {
        ids.stream()
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .forEach(id -> table.update(id, Optional::of));
        return findAll(ids);
    }

    @Override
    public Page<Order> list(OrderFilter filter, PageRequest page) {
        return InMemoryPages.cut(
                table.rows().filter(filter::passes), page, order -> order.id().value());
    }

    /** All orders, in no order. */
    public Stream<Order> all() {
        return table.rows();
    }

    /** Takes the buyer out of an order. */
    public void erase(OrderId id, UUID pseudonym) {
        table.update(
                id,
                order -> Optional.of(new Order(
                        order.id(),
                        order.creator(),
                        order.buyer().erased(pseudonym),
                        order.contents(),
                        order.progress(),
                        order.version() + 1)));
    }

    /** All orders in a creator's shop. */
    public Stream<Order> of(CreatorId creator) {
        return table.rows().filter(order -> order.creator().equals(creator));
    }

    @Override
    public void addAll(List<Order> orders) {
        for (Order order : orders) {
            if (!table.insert(order.id(), order)) {
                throw new IllegalStateException("there is such an order already");
            }
        }
    }

    @Override
    public void advance(Order order) {
        if (!table.update(
                order.id(), stored -> Optional.of(order).filter(next -> next.version() == stored.version() + 1))) {
            throw new IllegalStateException("the order has changed in between");
        }
    }

    @Override
    public void advanceAll(List<Order> orders) {
        orders.forEach(this::advance);
    }
}
