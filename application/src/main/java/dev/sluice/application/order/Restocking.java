package dev.sluice.application.order;

import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderLine;
import java.util.Comparator;
import java.util.List;

/** Puts back on sale what orders took from limited stocks. */
record Restocking(Products products) {

    /** In the order of the products' ids, so that two who do so never wait for each other. Needs a transaction. */
    void giveBack(List<Order> orders) {
        orders.stream()
                .flatMap(order -> order.contents().lines().stream())
                .filter(OrderLine::reserved)
                .sorted(Comparator.comparing(line -> line.product().value()))
                .forEach(line -> products.release(line.product(), line.quantity()));
    }
}
