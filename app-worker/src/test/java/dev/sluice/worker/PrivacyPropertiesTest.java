package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PrivacyPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new PrivacyProperties(10));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of("sluice.privacy.keep-invoices-years", "8"))).isEqualTo(new PrivacyProperties(8));
    }

    @Test
    void lessThanAYearIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("sluice.privacy.keep-invoices-years", "0")))
                .rootCause()
                .hasMessage("sluice.privacy.keep-invoices-years is from 1 to 100");
    }

    private static PrivacyProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.privacy", PrivacyProperties.class);
    }
}
