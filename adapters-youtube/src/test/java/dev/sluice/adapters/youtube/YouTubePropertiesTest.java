package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class YouTubePropertiesTest {

    @Test
    void allButTheKeyHasADefault() {
        assertThat(bind(Map.of("sluice.youtube.api-key", "secret")))
                .isEqualTo(new YouTubeProperties(
                        URI.create("https://youtube.googleapis.com"),
                        "secret",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        10_000,
                        500));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bind(Map.of(
                        "sluice.youtube.base-uri", "http://127.0.0.1:1",
                        "sluice.youtube.api-key", "secret",
                        "sluice.youtube.connect-timeout", "3s",
                        "sluice.youtube.read-timeout", "400ms",
                        "sluice.youtube.daily-quota", "50000",
                        "sluice.youtube.remembered-answers", "0")))
                .isEqualTo(new YouTubeProperties(
                        URI.create("http://127.0.0.1:1"),
                        "secret",
                        Duration.ofSeconds(3),
                        Duration.ofMillis(400),
                        50_000,
                        0));
    }

    @Test
    void theKeyHasNoDefault() {
        assertThatThrownBy(() -> bind(Map.of())).hasRootCauseMessage("sluice.youtube.api-key must be set");
    }

    @ParameterizedTest
    @CsvSource({
        "base-uri, youtube",
        "api-key, ' '",
        "api-key, 'a b'",
        "connect-timeout, 0s",
        "read-timeout, -1s",
        "daily-quota, 0",
        "remembered-answers, -1",
        "remembered-answers, 100001"
    })
    void aBadValueIsRefusedByName(String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("sluice.youtube.api-key", "secret"));
        settings.put("sluice.youtube." + name, value);
        assertThatThrownBy(() -> bind(settings)).rootCause().hasMessageContaining("sluice.youtube." + name);
    }

    @Test
    void theKeyIsMasked() {
        assertThat(bind(Map.of("sluice.youtube.api-key", "secret")).toString()).doesNotContain("secret");
    }

    private static YouTubeProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.youtube", YouTubeProperties.class);
    }
}
