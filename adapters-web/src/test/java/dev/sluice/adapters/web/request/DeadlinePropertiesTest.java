package dev.sluice.adapters.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeadlinePropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new DeadlineProperties(Duration.ofSeconds(10)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.requests.deadline", "3s")))
                .isEqualTo(new DeadlineProperties(Duration.ofSeconds(3)));
    }

    @Test
    void badValuesAreRefusedWithTheirKey() {
        assertThatThrownBy(() -> bound(Map.of("sluice.requests.deadline", "0s")))
                .rootCause()
                .hasMessage("sluice.requests.deadline is from 1ms to 5m, not PT0S");
    }

    private static DeadlineProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.requests", DeadlineProperties.class);
    }
}
