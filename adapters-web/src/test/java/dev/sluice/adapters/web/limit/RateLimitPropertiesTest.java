package dev.sluice.adapters.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateLimitPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new RateLimitProperties(true, 6_000, 1_200, Duration.ofMinutes(1)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of(
                        "sluice.rate-limits.enabled", "false",
                        "sluice.rate-limits.per-key", "10",
                        "sluice.rate-limits.per-address", "20",
                        "sluice.rate-limits.window", "30s")))
                .isEqualTo(new RateLimitProperties(false, 10, 20, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "per-key, 0, 'sluice.rate-limits.per-key: an allowance is from 1 to 1000000000 requests, not 0'",
        "per-address, -1, 'sluice.rate-limits.per-address: an allowance is from 1 to 1000000000 requests, not -1'",
        "window, 500ms, 'sluice.rate-limits.window: a window is whole seconds from 1s to 1h, not PT0.5S'"
    })
    void whatIsNoAllowanceIsRefused(String key, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("sluice.rate-limits." + key, value)))
                .hasRootCauseMessage(message);
    }

    private static RateLimitProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.rate-limits", RateLimitProperties.class);
    }
}
