package dev.sluice.domain.portfolio;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A creator's public portfolio. Revenue is net and counts completed orders.
 *
 * @param products the products on sale, best selling first
 * @param revenueByMonth the months in UTC with revenue, oldest first
 * @param topProducts the products with the most revenue, most first, whether on sale or not
 * @param channel the totals of the creator's channel, or null without one
 * @param asOf when the sales figures were worked out
 */
public record Portfolio(
        CreatorId creatorId,
        String name,
        String bio,
        List<ProductSales> products,
        List<MonthRevenue> revenueByMonth,
        List<ProductSales> topProducts,
        @Nullable ChannelTotals channel,
        Instant asOf) {

    public Portfolio {
        products = List.copyOf(products);
        revenueByMonth = List.copyOf(revenueByMonth);
        topProducts = List.copyOf(topProducts);
    }

    /** A product with the units sold and the revenue they brought. */
    public record ProductSales(ProductId productId, String title, Money price, long units, Money revenue) {}

    /** The revenue of one month. */
    public record MonthRevenue(YearMonth month, Money revenue) {}
}
