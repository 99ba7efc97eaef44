package dev.sluice.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Concurrently;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What every {@link QuotaLedger} does. */
public interface QuotaLedgerContract {

    LocalDate DAY = LocalDate.parse("2026-03-01");

    QuotaLedger ledger();

    @Test
    default void unitsAreTakenUpToTheLimit() {
        assertThat(ledger().take(DAY, 6, 10)).isTrue();
        assertThat(ledger().take(DAY, 4, 10)).isTrue();
        assertThat(ledger().take(DAY, 1, 10)).isFalse();
    }

    @Test
    default void allUnitsAreTakenOrNone() {
        assertThat(ledger().take(DAY, 11, 10)).isFalse();
        assertThat(ledger().take(DAY, 6, 10)).isTrue();
        assertThat(ledger().take(DAY, 5, 10)).isFalse();
        assertThat(ledger().take(DAY, 4, 10)).isTrue();
    }

    @Test
    default void eachDayHasUnitsOfItsOwn() {
        assertThat(ledger().take(DAY, 10, 10)).isTrue();
        assertThat(ledger().take(DAY.plusDays(1), 10, 10)).isTrue();
    }

    @Test
    default void aHigherLimitHoldsAtOnce() {
        assertThat(ledger().take(DAY, 10, 10)).isTrue();
        assertThat(ledger().take(DAY, 10, 20)).isTrue();
    }

    @Test
    default void whatIsGivenBackIsTakenAgain() {
        ledger().take(DAY, 10, 10);
        ledger().giveBack(DAY, 3);
        assertThat(ledger().take(DAY, 4, 10)).isFalse();
        assertThat(ledger().take(DAY, 3, 10)).isTrue();
    }

    @Test
    default void ofADayThatIsUsedUpNothingIsTaken() {
        ledger().useUp(DAY, 10);
        assertThat(ledger().take(DAY, 1, 10)).isFalse();
        assertThat(ledger().take(DAY.plusDays(1), 1, 10)).isTrue();
    }

    @Test
    default void usingADayUpForgetsNothingThatWasTakenBeyond() {
        ledger().take(DAY, 15, 20);
        ledger().useUp(DAY, 10);
        assertThat(ledger().take(DAY, 6, 20)).isFalse();
        assertThat(ledger().take(DAY, 5, 20)).isTrue();
    }

    @Test
    default void manyAtOnceTakeNoMoreThanTheLimit() {
        assertThat(Concurrently.times(20, () -> ledger().take(DAY, 3, 10)))
                .filteredOn(taken -> taken)
                .hasSize(3);
    }
}
