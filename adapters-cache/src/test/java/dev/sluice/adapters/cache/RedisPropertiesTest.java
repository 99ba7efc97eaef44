package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RedisPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new RedisProperties(
                        "redis://127.0.0.1:6379",
                        null,
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        16,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(3),
                        4));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.of(
                        "sluice.redis.uri", "rediss://cache.example.org:6380/2",
                        "sluice.redis.password", "secret",
                        "sluice.redis.connect-timeout", "100ms",
                        "sluice.redis.timeout", "150ms",
                        "sluice.redis.max-connections", "8",
                        "sluice.redis.max-wait", "20ms",
                        "sluice.redis.failure-pause", "2s",
                        "sluice.redis.budget", "400ms",
                        "sluice.redis.fetch-wait", "5s",
                        "sluice.redis.spare-fetches", "2")))
                .isEqualTo(new RedisProperties(
                        "rediss://cache.example.org:6380/2",
                        "secret",
                        Duration.ofMillis(100),
                        Duration.ofMillis(150),
                        8,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400),
                        Duration.ofSeconds(5),
                        2));
    }

    @ParameterizedTest
    @CsvSource({
        "uri, http://127.0.0.1:6379, sluice.redis.uri must look like",
        "uri, 127.0.0.1:6379, sluice.redis.uri must look like",
        "uri, redis://127.0.0.1:6379/one, sluice.redis.uri must look like",
        "connect-timeout, 0ms, sluice.redis.connect-timeout must be from 1ms to 1m",
        "timeout, -1ms, sluice.redis.timeout must be from 1ms to 1m",
        "max-connections, 0, 'sluice.redis.max-connections must be at least 1, not 0'",
        "max-wait, 2m, sluice.redis.max-wait must be from 1ms to 1m",
        "failure-pause, 0s, sluice.redis.failure-pause must be from 1ms to 1m",
        "budget, 0ms, sluice.redis.budget must be from 1ms to 1m",
        "spare-fetches, 0, 'sluice.redis.spare-fetches must be at least 1, not 0'",
        "fetch-wait, 1us, sluice.redis.fetch-wait must be from 1ms to 1m"
    })
    void aBadValueIsRefusedWithItsKey(String key, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("sluice.redis." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://app:pass-word@ho st:6379", "http://app:pass-word@host:6379"})
    void thePasswordOfARefusedUriIsNotTold(String uri) {
        BindException failure = catchThrowableOfType(BindException.class, () -> bound(Map.of("sluice.redis.uri", uri)));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("sluice.redis.uri must look like").doesNotContain("pass-word");
        assertThat(failure.getProperty()).isNull();
    }

    @Test
    void theTextOfThePropertiesHoldsNoPassword() {
        RedisProperties properties = bound(Map.of(
                "sluice.redis.uri", "redis://app:pass-word@host:6379/1", "sluice.redis.password", "other-pass-word"));
        assertThat(properties).hasToString("RedisProperties[redis://host:6379/1]");
    }

    private static RedisProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.redis", RedisProperties.class);
    }
}
