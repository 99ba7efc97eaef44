package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IdempotencyPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new IdempotencyProperties(Duration.ofDays(7)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.idempotency.keep", "30d")))
                .isEqualTo(new IdempotencyProperties(Duration.ofDays(30)));
    }

    @Test
    void lessThanADayIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("sluice.idempotency.keep", "23h")))
                .rootCause()
                .hasMessage("sluice.idempotency.keep is at least 1d");
    }

    private static IdempotencyProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.idempotency", IdempotencyProperties.class);
    }
}
