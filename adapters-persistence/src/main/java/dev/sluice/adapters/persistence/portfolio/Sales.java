package dev.sluice.adapters.persistence.portfolio;

import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.portfolio.Portfolio.MonthRevenue;
import dev.sluice.domain.portfolio.Portfolio.ProductSales;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A creator's sales, summed up.
 *
 * @param byProduct what was sold of each product
 * @param byMonth the months with revenue, oldest first
 * @param none what a product without sales has sold
 */
record Sales(Map<ProductId, Sold> byProduct, List<MonthRevenue> byMonth, Sold none) {

    private static final int TOP = 5;

    /** The products on sale, best selling first; those that sold as often stay in the order given. */
    List<ProductSales> onSale(List<CatalogueItem> items) {
        return items.stream()
                .filter(CatalogueItem::onSale)
                .map(this::of)
                .sorted(Comparator.comparingLong(ProductSales::units).reversed())
                .toList();
    }

    /** The products that sold for most; those that sold for as much stay in the order given. */
    List<ProductSales> top(List<CatalogueItem> items) {
        return items.stream()
                .filter(item -> byProduct.containsKey(item.id()))
                .map(this::of)
                .sorted(Comparator.comparingLong(
                                (ProductSales sales) -> sales.revenue().amountMinor())
                        .reversed())
                .limit(TOP)
                .toList();
    }

    private ProductSales of(CatalogueItem item) {
        Sold sold = byProduct.getOrDefault(item.id(), none);
        return new ProductSales(item.id(), item.title(), item.price(), sold.units(), sold.revenue());
    }

    /** How many units were sold and the net revenue they brought. */
    record Sold(long units, Money revenue) {}
}
