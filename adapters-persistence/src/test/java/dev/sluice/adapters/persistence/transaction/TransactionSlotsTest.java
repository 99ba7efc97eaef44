package dev.sluice.adapters.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionSlotsTest {

    @Test
    void whoFindsNoSlotInTimeIsRefused() {
        TransactionSlots slots = new TransactionSlots(new TransactionProperties(1, Duration.ZERO));

        assertThatThrownBy(() -> slots.run(() -> slots.run(() -> "second"))).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void aSlotIsFreeAgainHoweverItsTransactionEnds() {
        TransactionSlots slots = new TransactionSlots(new TransactionProperties(1, Duration.ZERO));

        assertThatThrownBy(() -> slots.run(() -> {
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(slots.run(() -> "next")).isEqualTo("next");
    }

    @Test
    void whoWaitsToBeInterruptedGoesWithoutASlot() {
        TransactionSlots slots = new TransactionSlots(new TransactionProperties(1, Duration.ofSeconds(30)));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> slots.run(() -> "never")).isInstanceOf(RetryableFailure.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
