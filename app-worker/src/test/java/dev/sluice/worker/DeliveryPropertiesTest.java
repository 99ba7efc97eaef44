package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new DeliveryProperties(Duration.ofDays(30)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.webhooks.deliveries.keep", "90d")))
                .isEqualTo(new DeliveryProperties(Duration.ofDays(90)));
    }

    @Test
    void lessThanADeliveryMayTakeIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("sluice.webhooks.deliveries.keep", "3d")))
                .rootCause()
                .hasMessage("sluice.webhooks.deliveries.keep is at least 4d");
    }

    private static DeliveryProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.webhooks.deliveries", DeliveryProperties.class);
    }
}
