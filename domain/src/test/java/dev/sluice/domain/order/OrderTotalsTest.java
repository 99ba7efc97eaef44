package dev.sluice.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recomputes the totals of random orders from their lines as an accountant does, in whole units of the currency with as
 * many decimals as it has. The seed is printed; {@code -Dsluice.seed} sets it.
 */
class OrderTotalsTest {

    private static final int ORDERS = 2_000;
    private static final List<Integer> RATES = List.of(0, 1, 550, 700, 1900, 2000, 2550, 2700, 9_999, 10_000);

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @CsvSource({"JPY, 0", "EUR, 2", "KWD, 3"})
    void totalsRecomputeExactlyFromTheirLines(String currency, int decimals) {
        System.out.println("OrderTotalsTest: seed " + seed);
        Stream.generate(() -> order(currency)).limit(ORDERS).forEach(order -> {
            assertThat(inUnits(order.net(), decimals)).isEqualByComparingTo(net(order.lines(), decimals));
            assertThat(inUnits(order.tax(), decimals)).isEqualByComparingTo(tax(order.lines(), decimals));
            assertThat(order.total()).isEqualTo(order.net().plus(order.tax()));
            assertThat(order.taxLines())
                    .allSatisfy(line -> assertThat(inUnits(line.tax(), decimals))
                            .isEqualByComparingTo(tax(inUnits(line.taxable(), decimals), line.rate(), decimals)));
        });
    }

    private OrderContents order(String currency) {
        return OrderContents.of(IntStream.range(0, random.nextInt(1, 8))
                .mapToObj(position -> line(currency))
                .toList());
    }

    private OrderLine line(String currency) {
        long price = random.nextLong(random.nextBoolean() ? 100 : 1_000_000_000L);
        TaxRate rate = new TaxRate(RATES.get(random.nextInt(RATES.size())));
        return new OrderLine(
                new ProductId(new UUID(0, 1)),
                "Poster",
                Money.of(price, currency),
                random.nextInt(1, 100),
                rate,
                false);
    }

    private static BigDecimal net(List<OrderLine> lines, int decimals) {
        return lines.stream()
                .map(line -> inUnits(line.unitPrice(), decimals).multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tax(List<OrderLine> lines, int decimals) {
        return lines.stream()
                .map(OrderLine::taxRate)
                .distinct()
                .map(rate -> tax(net(at(rate, lines), decimals), rate, decimals))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<OrderLine> at(TaxRate rate, List<OrderLine> lines) {
        return lines.stream().filter(line -> line.taxRate().equals(rate)).toList();
    }

    private static BigDecimal tax(BigDecimal taxable, TaxRate rate, int decimals) {
        return taxable.multiply(rate.percent().movePointLeft(2)).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal inUnits(Money money, int decimals) {
        return BigDecimal.valueOf(money.amountMinor()).movePointLeft(decimals);
    }
}
