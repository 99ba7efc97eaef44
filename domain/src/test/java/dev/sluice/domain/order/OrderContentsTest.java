package dev.sluice.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderContentsTest {

    private static final TaxRate FULL = new TaxRate(1900);
    private static final TaxRate REDUCED = new TaxRate(700);

    @Test
    void eachRateHasOneTaxLineLowestFirst() {
        OrderContents contents =
                OrderContents.of(List.of(line(1000, 1, FULL), line(500, 2, REDUCED), line(250, 4, FULL)));
        assertThat(contents.taxLines())
                .containsExactly(
                        new TaxLine(REDUCED, euros(1000), euros(70)), new TaxLine(FULL, euros(2000), euros(380)));
    }

    @Test
    void taxIsRoundedOnceForARateAndNotForEachLine() {
        OrderContents contents = OrderContents.of(List.of(line(13, 1, FULL), line(13, 1, FULL), line(13, 1, FULL)));
        assertThat(contents.tax()).isEqualTo(euros(7));
    }

    @Test
    void theTotalIsTheNetAmountWithTheTaxOfAllRates() {
        OrderContents contents = OrderContents.of(List.of(line(1000, 2, FULL), line(1000, 1, REDUCED)));
        assertThat(contents.net()).isEqualTo(euros(3000));
        assertThat(contents.tax()).isEqualTo(euros(450));
        assertThat(contents.total()).isEqualTo(euros(3450));
    }

    @Test
    void anUntaxedSaleHasATaxLineOfNothing() {
        OrderContents contents = OrderContents.of(List.of(line(1000, 1, TaxRate.ZERO)));
        assertThat(contents.taxLines()).containsExactly(new TaxLine(TaxRate.ZERO, euros(1000), euros(0)));
        assertThat(contents.total()).isEqualTo(euros(1000));
    }

    @Test
    void whatIsFrozenDoesNotChangeWithTheListItCameFrom() {
        List<OrderLine> lines = new ArrayList<>(List.of(line(1000, 1, FULL)));
        OrderContents contents = OrderContents.of(lines);
        lines.add(line(1, 1, FULL));
        assertThat(contents.lines()).hasSize(1);
    }

    @Test
    void anOrderWithoutLinesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderContents.of(List.of()));
    }

    @Test
    void aLineWithoutUnitsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(1000, 0, FULL));
    }

    @Test
    void linesOfTwoCurrenciesAreRefused() {
        OrderLine yen = new OrderLine(new ProductId(new UUID(0, 2)), "Poster", Money.of(100, "JPY"), 1, FULL, false);
        assertThatIllegalArgumentException().isThrownBy(() -> OrderContents.of(List.of(line(1000, 1, FULL), yen)));
    }

    private static OrderLine line(long unitPrice, int quantity, TaxRate rate) {
        return new OrderLine(new ProductId(new UUID(0, 1)), "Preset pack", euros(unitPrice), quantity, rate, false);
    }

    private static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }
}
