package dev.sluice.adapters.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TransactionPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new TransactionProperties(16, Duration.ofSeconds(10)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.transactions.limit", "40", "sluice.transactions.patience", "3s")))
                .isEqualTo(new TransactionProperties(40, Duration.ofSeconds(3)));
    }

    @Test
    void badValuesAreRefusedWithTheirKey() {
        assertThatThrownBy(() -> bound(Map.of("sluice.transactions.limit", "0")))
                .rootCause()
                .hasMessage("sluice.transactions.limit is from 1 to 1000, not 0");
        assertThatThrownBy(() -> bound(Map.of("sluice.transactions.patience", "61s")))
                .rootCause()
                .hasMessage("sluice.transactions.patience is from 0s to 1m, not PT1M1S");
    }

    private static TransactionProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.transactions", TransactionProperties.class);
    }
}
