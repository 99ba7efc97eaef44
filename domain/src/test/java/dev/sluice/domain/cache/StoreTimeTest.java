package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreTimeTest {

    @Test
    void readsOfOneRequestShareIt() {
        StoreTime.shared(() -> {
            StoreTime.current().add(Duration.ofMillis(3));
            StoreTime.current().add(Duration.ofMillis(4));
            assertThat(StoreTime.current().waited()).isEqualTo(Duration.ofMillis(7));
            return null;
        });
    }

    @Test
    void whatBelongsToARequestAlreadyBeginsNoOther() {
        Duration waited = StoreTime.shared(() -> {
            StoreTime.current().add(Duration.ofMillis(3));
            return StoreTime.shared(() -> StoreTime.current().waited());
        });
        assertThat(waited).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void eachReadOutsideHasItsOwn() {
        StoreTime.current().add(Duration.ofMillis(3));
        assertThat(StoreTime.current().waited()).isZero();
    }

    @Test
    void whatTheWorkThrowsComesThrough() {
        assertThatThrownBy(() -> StoreTime.shared(() -> {
                    throw new IOException("on purpose");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("on purpose");
    }
}
