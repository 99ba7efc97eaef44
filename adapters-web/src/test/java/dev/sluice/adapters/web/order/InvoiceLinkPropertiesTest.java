package dev.sluice.adapters.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InvoiceLinkPropertiesTest {

    @Test
    void defaults() {
        InvoiceLinkProperties properties = bound(Map.of());

        assertThat(properties).isEqualTo(new InvoiceLinkProperties(Duration.ofMinutes(15), null));
        assertThat(properties.absolute("/v1")).isEqualTo("/v1");
    }

    @Test
    void fullMapping() {
        InvoiceLinkProperties properties = bound(Map.of(
                "sluice.invoice-links.lifetime", "24h",
                "sluice.invoice-links.public-url", "https://api.example.com/shop"));

        assertThat(properties)
                .isEqualTo(new InvoiceLinkProperties(Duration.ofDays(1), URI.create("https://api.example.com/shop")));
        assertThat(properties.absolute("/v1")).isEqualTo("https://api.example.com/shop/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"59s", "86401s", "0", "-1m"})
    void aLifetimeIsFromAMinuteToADay(String lifetime) {
        assertThatThrownBy(() -> bound(Map.of("sluice.invoice-links.lifetime", lifetime)))
                .rootCause()
                .hasMessageStartingWith("sluice.invoice-links.lifetime is from 1m to 24h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "ftp://api.example.com",
                "https://api.example.com/",
                "https://api.example.com?a=b",
                "https://user@api.example.com"
            })
    void aPublicUrlIsOneThatAPathCanFollow(String url) {
        assertThatThrownBy(() -> bound(Map.of("sluice.invoice-links.public-url", url)))
                .rootCause()
                .hasMessageStartingWith("sluice.invoice-links.public-url");
    }

    private static InvoiceLinkProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.invoice-links", InvoiceLinkProperties.class);
    }
}
