package dev.sluice.domain.portfolio;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.InMemoryCreators;
import dev.sluice.domain.catalogue.InMemoryProducts;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.channel.InMemoryChannels;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.order.InMemoryOrders;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.portfolio.Portfolio.MonthRevenue;
import dev.sluice.domain.portfolio.Portfolio.ProductSales;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Portfolios worked out from the other twins, the slow and plain way. */
public final class InMemoryPortfolios implements Portfolios {

    private static final int TOP = 5;

    private static final Comparator<ProductSales> NEWEST_FIRST = Comparator.comparing(
                    (ProductSales sales) -> sales.productId().value())
            .reversed();

    private final InMemoryCreators creators;
    private final InMemoryProducts products;
    private final InMemoryOrders orders;
    private final InMemoryChannels channels;
    private final InstantSource clock;

    public InMemoryPortfolios(
            InMemoryCreators creators,
            InMemoryProducts products,
            InMemoryOrders orders,
            InMemoryChannels channels,
            InstantSource clock) {
        this.creators = creators;
        this.products = products;
        this.orders = orders;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public Optional<Portfolio> find(CreatorId id) {
        return creators.find(id).map(this::portfolio);
    }

    private Portfolio portfolio(Creator creator) {
        List<Order> sold = orders.of(creator.id())
                .filter(order -> order.status() == OrderStatus.COMPLETED)
                .toList();
        return new Portfolio(
                creator.id(),
                creator.details().name(),
                creator.details().bio(),
                onSale(creator, sold),
                byMonth(sold),
                top(creator, sold),
                channels.totalsOf(creator.id()).orElse(null),
                clock.instant());
    }

    private List<ProductSales> onSale(Creator creator, List<Order> sold) {
        return products.of(creator.id())
                .filter(product -> product.details().onSale())
                .map(product -> sales(product, creator, sold))
                .sorted(Comparator.comparingLong(ProductSales::units).reversed().thenComparing(NEWEST_FIRST))
                .toList();
    }

    private List<ProductSales> top(Creator creator, List<Order> sold) {
        return products.of(creator.id())
                .map(product -> sales(product, creator, sold))
                .filter(sales -> sales.units() > 0)
                .sorted(Comparator.comparingLong(
                                (ProductSales sales) -> sales.revenue().amountMinor())
                        .reversed()
                        .thenComparing(NEWEST_FIRST))
                .limit(TOP)
                .toList();
    }

    private static ProductSales sales(Product product, Creator creator, List<Order> sold) {
        List<OrderLine> lines = sold.stream()
                .flatMap(order -> order.contents().lines().stream())
                .filter(line -> line.product().equals(product.id()))
                .toList();
        return new ProductSales(
                product.id(),
                product.details().title(),
                product.details().price(),
                lines.stream().mapToLong(OrderLine::quantity).sum(),
                lines.stream().map(OrderLine::net).reduce(Money.zero(creator.currency()), Money::plus));
    }

    private static List<MonthRevenue> byMonth(List<Order> sold) {
        return sold.stream()
                .collect(Collectors.toMap(
                        InMemoryPortfolios::month, order -> order.contents().net(), Money::plus, TreeMap::new))
                .entrySet()
                .stream()
                .map(month -> new MonthRevenue(month.getKey(), month.getValue()))
                .toList();
    }

    private static YearMonth month(Order order) {
        return YearMonth.from(order.progress().placedAt().atOffset(ZoneOffset.UTC));
    }
}
