package dev.sluice.application.order;

import dev.sluice.application.order.PlaceOrderCommand.Item;
import dev.sluice.application.order.PlaceOrderResult.SoldOut;
import dev.sluice.application.order.PlaceOrderResult.UnknownCreator;
import dev.sluice.application.order.PlaceOrderResult.UnknownProduct;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.VatTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the items of an order into lines with today's prices and tax, and reserves what is limited. */
public final class Basket {

    private final Creators creators;
    private final Products products;

    public Basket(Creators creators, Products products) {
        this.creators = creators;
        this.products = products;
    }

    /** @throws RefusedOrder if something cannot be ordered */
    OrderContents fill(PlaceOrderCommand command) {
        if (creators.find(command.creator()).isEmpty()) {
            throw new RefusedOrder(new UnknownCreator());
        }
        Map<ProductId, Product> found = find(command.items());
        TaxRate rate = VatTable.rateFor(command.buyer().country());
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < command.items().size(); index++) {
            Item item = command.items().get(index);
            Product product = orderable(command, index, found.get(item.product()));
            lines.add(line(product, item.quantity(), rate));
        }
        reserve(command.items(), found);
        return OrderContents.of(lines);
    }

    private Map<ProductId, Product> find(List<Item> items) {
        List<ProductId> ids = items.stream().map(Item::product).distinct().toList();
        return products.findAll(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    private static Product orderable(PlaceOrderCommand command, int index, @Nullable Product product) {
        if (product == null || !product.creator().equals(command.creator())) {
            throw new RefusedOrder(new UnknownProduct(index));
        }
        if (!product.details().onSale()) {
            throw new RefusedOrder(new SoldOut(index));
        }
        return product;
    }

    private static OrderLine line(Product product, int quantity, TaxRate rate) {
        return new OrderLine(
                product.id(), product.details().title(), product.details().price(), quantity, rate);
    }

    /** In the order of the products' ids, so that two orders for the same products never wait for each other. */
    private void reserve(List<Item> items, Map<ProductId, Product> found) {
        IntStream.range(0, items.size())
                .filter(index -> isLimited(found.get(items.get(index).product())))
                .boxed()
                .sorted(Comparator.comparing(index -> items.get(index).product().value()))
                .forEach(index -> reserve(items.get(index), index));
    }

    private static boolean isLimited(@Nullable Product product) {
        return product != null && product.details().stock() != null;
    }

    private void reserve(Item item, int index) {
        if (!products.reserve(item.product(), item.quantity())) {
            throw new RefusedOrder(new SoldOut(index));
        }
    }
}
