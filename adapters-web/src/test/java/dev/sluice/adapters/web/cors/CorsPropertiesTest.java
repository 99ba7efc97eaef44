package dev.sluice.adapters.web.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CorsPropertiesTest {

    @Test
    void noOtherOriginIsAllowedByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new CorsProperties(Set.of(), false, Duration.ofHours(1)));
    }

    @Test
    void everySettingIsRead() {
        CorsProperties bound = bound(Map.of(
                "sluice.cors.allowed-origins", "https://shop.example.com,http://localhost:3000",
                "sluice.cors.allow-credentials", "true",
                "sluice.cors.max-age", "5m"));

        assertThat(bound)
                .isEqualTo(new CorsProperties(
                        Set.of("https://shop.example.com", "http://localhost:3000"), true, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com",
                "https://shop.example.com:8443",
                "http://localhost:3000",
                "http://127.0.0.1",
                "http://[::1]:8080",
                "*"
            })
    void anOriginAsBrowsersSendItIsTaken(String origin) {
        assertThat(properties(false, origin).allowedOrigins()).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "shop.example.com",
                "//shop.example.com",
                "https://",
                "https://shop.example.com/",
                "https://shop.example.com/page",
                "https://shop.example.com?",
                "https://shop.example.com#a",
                "https://SHOP.example.com",
                "HTTPS://shop.example.com",
                "https://shop.example.com:443",
                "http://shop.example.com:80",
                "https://shop.example.com:",
                "https://shop.example.com:99999",
                "https://user@shop.example.com",
                "https://*.example.com",
                "https://shöp.example.com",
                "https://shop.example.com ",
                "file:///page",
                "**"
            })
    void whatNoBrowserSendsIsRefused(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(false, origin))
                .withMessageContaining("sluice.cors.allowed-origins");
    }

    @Test
    void allOriginsAreAllowedOnlyAloneAndWithoutCredentials() {
        assertThatIllegalArgumentException().isThrownBy(() -> properties(true, "*"));
        assertThatIllegalArgumentException().isThrownBy(() -> properties(false, "*", "https://shop.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "25h"})
    void anAgeThatBrowsersDoNotTakeIsRefused(String age) {
        assertThatThrownBy(() -> bound(Map.of("sluice.cors.max-age", age)))
                .rootCause()
                .hasMessageContaining("sluice.cors.max-age is from 0s to 1d");
    }

    private static CorsProperties properties(boolean allowCredentials, String... origins) {
        return new CorsProperties(Set.of(origins), allowCredentials, Duration.ZERO);
    }

    private static CorsProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.cors", CorsProperties.class);
    }
}
