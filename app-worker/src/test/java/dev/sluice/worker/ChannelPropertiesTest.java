package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChannelPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new ChannelProperties(Duration.ofDays(30)));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.channels.keep", "365d")))
                .isEqualTo(new ChannelProperties(Duration.ofDays(365)));
    }

    @Test
    void lessThanTheGrowthNeedsIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("sluice.channels.keep", "28d")))
                .rootCause()
                .hasMessage("sluice.channels.keep is at least 29d");
    }

    private static ChannelProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.channels", ChannelProperties.class);
    }
}
