package dev.sluice.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.SampleOrders;
import dev.sluice.domain.order.SampleOrders.SampleLine;
import dev.sluice.domain.portfolio.Portfolio.MonthRevenue;
import dev.sluice.domain.portfolio.Portfolio.ProductSales;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Portfolios} does. */
public interface PortfoliosContract {

    Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");

    Repositories repositories();

    @Test
    default void anUnknownCreatorHasNoPortfolio() {
        assertThat(repositories().portfolios().find(new CreatorId(new UUID(0, 1))))
                .isEmpty();
    }

    @Test
    default void aNewCreatorHasAnEmptyPortfolio() {
        Creator creator = creator(repositories());

        Portfolio portfolio = portfolio(creator);

        assertThat(portfolio)
                .isEqualTo(new Portfolio(
                        creator.id(),
                        creator.details().name(),
                        creator.details().bio(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        portfolio.asOf()));
    }

    @Test
    default void aPortfolioIsAsOfNow() {
        Instant before = Instant.now().minus(1, ChronoUnit.MINUTES);

        assertThat(portfolio(creator(repositories())).asOf()).isBetween(before, before.plus(2, ChronoUnit.MINUTES));
    }

    @Test
    default void unitsAndRevenueAreThoseOfAllCompletedOrders() {
        Product product = product(creator(repositories()), 500);
        completed(MARCH, SampleOrders.line(product, 2));
        completed(MARCH, SampleOrders.line(product, 3), SampleOrders.line(product, 1));

        assertThat(portfolio(product).products()).containsExactly(sales(product, 6, 3_000));
    }

    @Test
    default void ordersThatAreNotCompletedDoNotCount() {
        Product product = product(creator(repositories()), 500);
        Order order = SampleOrders.placed(product);
        add(repositories(), order);
        add(repositories(), SampleOrders.placed(product).start(MARCH));
        add(repositories(), SampleOrders.placed(product).fail(MARCH));
        add(repositories(), SampleOrders.placed(product).cancel(MARCH));
        add(
                repositories(),
                SampleOrders.placed(product).start(MARCH).complete(MARCH).refund());

        assertThat(portfolio(product).products()).containsExactly(sales(product, 0, 0));
        assertThat(portfolio(product).revenueByMonth()).isEmpty();
        assertThat(portfolio(product).topProducts()).isEmpty();
    }

    @Test
    default void revenueIsThatOfThePriceWhenTheOrderWasPlaced() {
        Product product = product(creator(repositories()), 500);
        completed(MARCH, SampleOrders.line(product, 2));
        Product dearer = product.revised(SampleShop.productDetails(900, null, true));
        repositories().products().replace(dearer);

        assertThat(portfolio(product).products()).containsExactly(sales(dearer, 2, 1_000));
    }

    @Test
    default void productsOnSaleComeBestSellingFirstAndThenNewestFirst() {
        Creator creator = creator(repositories());
        Product cheap = product(creator, 100);
        Product dear = product(creator, 100_000);
        Product unsold = product(creator, 1);
        completed(MARCH, SampleOrders.line(cheap, 2), SampleOrders.line(dear, 1));

        assertThat(portfolio(creator).products())
                .containsExactly(sales(cheap, 2, 200), sales(dear, 1, 100_000), sales(unsold, 0, 0));
    }

    @Test
    default void theTopHoldsFiveProductsByRevenueWhetherOnSaleOrNot() {
        Creator creator = creator(repositories());
        List<Product> products = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> product(creator, 100L * i))
                .toList();
        products.forEach(product -> completed(MARCH, SampleOrders.line(product, 1)));
        Product best = products.getLast().revised(SampleShop.productDetails(600, null, false));
        repositories().products().replace(best);

        Portfolio portfolio = portfolio(creator);

        assertThat(portfolio.topProducts())
                .extracting(sales -> sales.revenue().amountMinor())
                .containsExactly(600L, 500L, 400L, 300L, 200L);
        assertThat(portfolio.products()).hasSize(5).doesNotContain(sales(best, 1, 600));
    }

    @Test
    default void monthsAreThoseOfUtcOldestFirst() {
        Product product = product(creator(repositories()), 500);
        completed(Instant.parse("2026-04-01T00:00:00Z"), SampleOrders.line(product, 1));
        completed(Instant.parse("2026-03-31T23:59:59Z"), SampleOrders.line(product, 2));
        completed(Instant.parse("2025-12-31T23:59:59Z"), SampleOrders.line(product, 4));

        assertThat(portfolio(product).revenueByMonth())
                .containsExactly(month("2025-12", 2_000), month("2026-03", 1_000), month("2026-04", 500));
    }

    @Test
    default void theTotalsAreThoseOfTheCreatorsChannel() {
        Creator creator = creator(repositories());
        ChannelTotals totals = new ChannelTotals(10, 20, 30);
        Channel channel = new Channel(
                new ChannelId(creator.id().value()), creator.id(), new YouTubeChannelId("UC" + creator.id()));
        repositories().transactions().run(() -> {
            repositories().channels().add(channel);
            repositories().channels().store(channel.id(), new ChannelSnapshot("t", totals, List.of()), MARCH);
        });

        assertThat(portfolio(creator).channel()).isEqualTo(totals);
    }

    @Test
    default void portfoliosOfRandomSalesEqualThoseWorkedOutThePlainWay() {
        Random random = new Random(20261123);
        InMemoryRepositories plain = InMemoryRepositories.empty();
        Creator creator = SampleShop.creator();
        List<Product> products = IntStream.range(0, 12)
                .mapToObj(i -> SampleShop.product(
                        creator.id(), SampleShop.productDetails(random.nextInt(10_000), null, i % 4 > 0)))
                .toList();
        List<Order> orders = IntStream.range(0, 150)
                .mapToObj(i -> randomOrder(random, products))
                .toList();
        completed(MARCH, SampleOrders.line(product(creator(repositories()), 123), 7));

        for (Repositories each : List.of(plain, repositories())) {
            each.creators().add(creator);
            products.forEach(each.products()::add);
            each.transactions().run(() -> orders.forEach(each.orders()::add));
        }

        Portfolio portfolio = portfolio(creator);
        assertThat(portfolio)
                .usingRecursiveComparison()
                .ignoringFields("asOf")
                .isEqualTo(plain.portfolios().find(creator.id()).orElseThrow());
    }

    private static Order randomOrder(Random random, List<Product> products) {
        List<SampleLine> lines = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> SampleOrders.line(products.get(random.nextInt(products.size())), random.nextInt(1, 9)))
                .toList();
        Instant at = random.nextBoolean() ? anyTime(random) : atTheEdgeOfAMonth(random);
        return progressed(random.nextInt(10), SampleOrders.placed(at, lines), at);
    }

    private static Instant anyTime(Random random) {
        return MARCH.plus(random.nextInt(700 * 24), ChronoUnit.HOURS);
    }

    /** The first instant of a month of UTC, or the last before it. */
    private static Instant atTheEdgeOfAMonth(Random random) {
        return YearMonth.of(2026, 3)
                .plusMonths(random.nextInt(24))
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .minus(random.nextInt(2), ChronoUnit.MICROS);
    }

    /** In any of all states, but most often completed. */
    private static Order progressed(int chance, Order order, Instant at) {
        return switch (chance) {
            case 0 -> order;
            case 1 -> order.start(at);
            case 2 -> order.fail(at);
            case 3 -> order.start(at).fail(at);
            case 4 -> order.cancel(at);
            default -> order.start(at).complete(at);
        };
    }

    private Creator creator(Repositories repositories) {
        Creator creator = SampleShop.creator();
        repositories.creators().add(creator);
        return creator;
    }

    private Product product(Creator creator, long price) {
        Product product = SampleShop.product(creator.id(), SampleShop.productDetails(price, null, true));
        repositories().products().add(product);
        return product;
    }

    private void completed(Instant at, SampleLine... lines) {
        add(repositories(), SampleOrders.placed(at, List.of(lines)).start(at).complete(at));
    }

    private static void add(Repositories repositories, Order order) {
        repositories.transactions().run(() -> repositories.orders().add(order));
    }

    private Portfolio portfolio(Creator creator) {
        return repositories().portfolios().find(creator.id()).orElseThrow();
    }

    private Portfolio portfolio(Product product) {
        return repositories().portfolios().find(product.creator()).orElseThrow();
    }

    private static ProductSales sales(Product product, long units, long revenue) {
        return new ProductSales(
                product.id(), product.details().title(), product.details().price(), units, Money.of(revenue, "EUR"));
    }

    private static MonthRevenue month(String month, long revenue) {
        return new MonthRevenue(YearMonth.parse(month), Money.of(revenue, "EUR"));
    }
}
