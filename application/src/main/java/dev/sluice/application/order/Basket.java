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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The products that are asked for, as far as there are any. */
    Map<ProductId, Product> find(Collection<PlaceOrderCommand> commands) {
        Set<ProductId> ids = commands.stream()
                .flatMap(command -> command.items().stream())
                .map(Item::product)
                .collect(Collectors.toSet());
        return products.findAll(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** Whether all of it is on sale without a limit: it is not refused, and nothing is to be reserved. */
    boolean isAtHand(PlaceOrderCommand command, Map<ProductId, Product> found) {
        return command.items().stream()
                .map(item -> found.get(item.product()))
                .allMatch(product -> product != null
                        && product.creator().equals(command.creator())
                        && product.details().onSale()
                        && product.details().stock() == null);
    }

    /**
     * @param found with the products of the command, as far as there are any
     * @throws RefusedOrder if something cannot be ordered
     */
    OrderContents fill(PlaceOrderCommand command, Map<ProductId, Product> found) {
        List<Product> products = new ArrayList<>();
        for (int index = 0; index < command.items().size(); index++) {
            products.add(orderable(
                    command, index, found.get(command.items().get(index).product())));
        }
        Set<Integer> reserved = reserve(command.items(), products);
        TaxRate rate = VatTable.rateFor(command.buyer().country());
        return OrderContents.of(IntStream.range(0, products.size())
                .mapToObj(index -> line(
                        products.get(index), command.items().get(index).quantity(), rate, reserved.contains(index)))
                .toList());
    }

    private Product orderable(PlaceOrderCommand command, int index, @Nullable Product product) {
        if (product == null || !product.creator().equals(command.creator())) {
            // Whoever has a product exists: only here is it in doubt.
            throw new RefusedOrder(
                    creators.find(command.creator()).isEmpty() ? new UnknownCreator() : new UnknownProduct(index));
        }
        if (!product.details().onSale()) {
            throw new RefusedOrder(new SoldOut(index));
        }
        return product;
    }

    private static OrderLine line(Product product, int quantity, TaxRate rate, boolean reserved) {
        return new OrderLine(
                product.id(), product.details().title(), product.details().price(), quantity, rate, reserved);
    }

    /**
     * In the order of the products' ids, so that two orders for the same products never wait for each other.
     *
     * @return the indexes of the items whose units were taken from a limited stock
     */
    private Set<Integer> reserve(List<Item> items, List<Product> found) {
        return IntStream.range(0, items.size())
                .filter(index -> found.get(index).details().stock() != null)
                .boxed()
                .sorted(Comparator.comparing(index -> items.get(index).product().value()))
                .filter(index -> reserve(items.get(index), index))
                .collect(Collectors.toSet());
    }

    private boolean reserve(Item item, int index) {
        return switch (products.reserve(item.product(), item.quantity())) {
            case TAKEN -> true;
            case UNLIMITED -> false;
            case SOLD_OUT -> throw new RefusedOrder(new SoldOut(index));
        };
    }
}
