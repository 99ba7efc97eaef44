package dev.sluice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProcessOrderPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new ProcessOrderProperties(3, Duration.ofSeconds(5)));
    }

    @Test
    void fullMapping() {
        ProcessOrderProperties properties = bound(Map.of(
                "sluice.jobs.process-sync.attempts", "7",
                "sluice.jobs.process-sync.backoff", "90s"));
        assertThat(properties).isEqualTo(new ProcessOrderProperties(7, Duration.ofSeconds(90)));
        assertThat(properties.retryPolicy()).isEqualTo(new RetryPolicy(7, Backoff.fixed(Duration.ofSeconds(90))));
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(new ProcessOrderProperties(1, Duration.ZERO).attempts()).isEqualTo(1);
        assertThat(new ProcessOrderProperties(100, Duration.ZERO).attempts()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "attempts, 0, 'sluice.jobs.process-sync.attempts is from 1 to 100, not 0'",
        "attempts, 101, 'sluice.jobs.process-sync.attempts is from 1 to 100, not 101'",
        "backoff, -1s, sluice.jobs.process-sync.backoff is not negative"
    })
    void aBadValueIsRefusedWithItsKey(String key, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("sluice.jobs.process-sync." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static ProcessOrderProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.jobs.process-sync", ProcessOrderProperties.class);
    }
}
