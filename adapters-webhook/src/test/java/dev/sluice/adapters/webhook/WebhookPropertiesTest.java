package dev.sluice.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookPropertiesTest {

    @Test
    void everythingHasADefaultAndNothingInsecureIsAllowed() {
        assertThat(bind(Map.of()))
                .isEqualTo(new WebhookProperties(false, Duration.ofSeconds(3), Duration.ofSeconds(15)));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bind(Map.of(
                        "sluice.webhooks.allow-insecure", "true",
                        "sluice.webhooks.connect-timeout", "1s",
                        "sluice.webhooks.timeout", "5s")))
                .isEqualTo(new WebhookProperties(true, Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({"connect-timeout, 0s", "connect-timeout, 16s", "timeout, -1s", "timeout, 31s"})
    void aBadValueIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("sluice.webhooks." + name, value)))
                .rootCause()
                .hasMessageContaining("sluice.webhooks." + name);
    }

    private static WebhookProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.webhooks", WebhookProperties.class);
    }
}
