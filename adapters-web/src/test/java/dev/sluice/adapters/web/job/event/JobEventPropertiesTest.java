package dev.sluice.adapters.web.job.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class JobEventPropertiesTest {

    @Test
    void aHundredClientsMayListenByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new JobEventProperties(100, 1_000, Duration.ofSeconds(15)));
    }

    @Test
    void everySettingIsRead() {
        Map<String, String> settings = Map.of(
                "sluice.web.job-events.streams", "7",
                "sluice.web.job-events.buffer", "8",
                "sluice.web.job-events.heartbeat", "9s");

        assertThat(bind(settings)).isEqualTo(new JobEventProperties(7, 8, Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @CsvSource({"streams,0", "streams,10001", "buffer,0", "buffer,100001", "heartbeat,9ms", "heartbeat,61s"})
    void whatIsOutOfRangeIsRefusedByName(String setting, String value) {
        String key = "sluice.web.job-events." + setting;

        assertThatThrownBy(() -> bind(Map.of(key, value))).rootCause().hasMessageStartingWith(key + " is from");
    }

    private static JobEventProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.web.job-events", JobEventProperties.class);
    }
}
