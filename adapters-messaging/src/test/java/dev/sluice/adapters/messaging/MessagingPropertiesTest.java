package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MessagingPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new MessagingProperties(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(1)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of(
                        "sluice.messaging.reply-timeout", "300ms",
                        "sluice.messaging.confirm-timeout", "7s",
                        "sluice.messaging.retry-pause", "1m")))
                .isEqualTo(
                        new MessagingProperties(Duration.ofMillis(300), Duration.ofSeconds(7), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"reply-timeout,0s", "confirm-timeout,61s", "retry-pause,-1s"})
    void aSpanOutOfRangeIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of("sluice.messaging." + key, value)))
                .rootCause()
                .hasMessageStartingWith("sluice.messaging." + key + " must be from 1ms to 1m");
    }

    private static MessagingProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sluice.messaging", MessagingProperties.class);
    }
}
