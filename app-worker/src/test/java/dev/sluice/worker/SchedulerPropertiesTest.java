package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SchedulerPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new SchedulerProperties(Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.scheduler.poll", "250ms", "sluice.scheduler.grace", "10s")))
                .isEqualTo(new SchedulerProperties(Duration.ofMillis(250), Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "poll, 9ms, sluice.scheduler.poll is from 10ms to 60s",
        "poll, 60001ms, sluice.scheduler.poll is from 10ms to 60s",
        "grace, 1s, sluice.scheduler.grace is longer than sluice.scheduler.poll"
    })
    void aBadValueIsRefusedWithItsKey(String key, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("sluice.scheduler." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static SchedulerProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.scheduler", SchedulerProperties.class);
    }
}
