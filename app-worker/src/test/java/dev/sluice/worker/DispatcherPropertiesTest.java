package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.application.job.DispatcherSettings;
import dev.sluice.application.job.JobLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DispatcherPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new DispatcherProperties(160, Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    @Test
    void fullMapping() {
        DispatcherProperties properties = bound(Map.of(
                "sluice.dispatcher.window", "50",
                "sluice.dispatcher.lease", "60s",
                "sluice.dispatcher.lost-after", "1s"));
        assertThat(properties).isEqualTo(new DispatcherProperties(50, Duration.ofMinutes(1), Duration.ofSeconds(1)));
        assertThat(properties.settings(JobLimits.NONE))
                .isEqualTo(new DispatcherSettings(50, Duration.ofMinutes(1), Duration.ofSeconds(1), JobLimits.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "window, 0, sluice.dispatcher.window is from 1 to 100000",
        "window, 100001, sluice.dispatcher.window is from 1 to 100000",
        "lease, 999ms, sluice.dispatcher.lease is from 1s to 60s",
        "lease, 60001ms, sluice.dispatcher.lease is from 1s to 60s",
        "lost-after, 999ms, sluice.dispatcher.lost-after is at least 1s"
    })
    void aBadValueIsRefusedWithItsKey(String key, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("sluice.dispatcher." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static DispatcherProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.dispatcher", DispatcherProperties.class);
    }
}
