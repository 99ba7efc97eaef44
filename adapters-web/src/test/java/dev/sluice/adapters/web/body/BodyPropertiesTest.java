package dev.sluice.adapters.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class BodyPropertiesTest {

    @Test
    void aBodyMayHave64KibibytesByDefault() {
        assertThat(bind(Map.of()).limit()).isEqualTo(DataSize.ofKilobytes(64));
    }

    @Test
    void theLimitIsSettable() {
        assertThat(bind(Map.of("sluice.web.body.limit", "1MB")).limit()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @Test
    void aLimitBelowOneByteIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("sluice.web.body.limit", "0B")))
                .hasRootCauseMessage("sluice.web.body.limit is at least one byte");
    }

    private static BodyProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.web.body", BodyProperties.class);
    }
}
