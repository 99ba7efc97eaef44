package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import redis.clients.jedis.HostAndPort;

class RedisPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new RedisProperties(
                        "redis://127.0.0.1:6379",
                        null,
                        null,
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
                        null,
                        null,
                        Duration.ofMillis(100),
                        Duration.ofMillis(150),
                        8,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400),
                        Duration.ofSeconds(5),
                        2));
    }

    @Test
    void oneServerIsTheOneInTheUri() {
        assertThat(bound(Map.of("sluice.redis.uri", "redis://host:6380")).topology())
                .isEqualTo(new RedisTopology.Standalone(new HostAndPort("host", 6380)));
    }

    @Test
    void sentinelsAndWhatTheyWatchAndWhoEntersThem() {
        RedisProperties properties = bound(Map.of(
                "sluice.redis.uri", "rediss://app:secret@unused/2",
                "sluice.redis.sentinel.master", "shop",
                "sluice.redis.sentinel.nodes", "one.example.org:26379, [2001:db8::2]:26380",
                "sluice.redis.sentinel.user", "watcher",
                "sluice.redis.sentinel.password", "sentinel-pass-word"));
        assertThat(properties.topology())
                .isEqualTo(new RedisTopology.Watched(
                        "shop",
                        Set.of(new HostAndPort("one.example.org", 26379), new HostAndPort("[2001:db8::2]", 26380)),
                        "watcher",
                        "sentinel-pass-word"))
                .hasToString("shop of " + ((RedisTopology.Watched) properties.topology()).sentinels());
        assertThat(properties.topology().shards()).isEqualTo(1);
        assertThat(properties.toString()).doesNotContain("pass-word").contains("rediss://unused:6379/2", "shop of ");
        assertThat(properties.sentinel()).asString().doesNotContain("pass-word");
    }

    @Test
    void aClusterSpreadsTheKeysOverShards() {
        RedisProperties properties = bound(Map.of(
                "sluice.redis.cluster.nodes[0]", "one:6379",
                "sluice.redis.cluster.nodes[1]", "127.0.0.1:65535"));
        assertThat(properties.topology())
                .isEqualTo(new RedisTopology.Cluster(
                        Set.of(new HostAndPort("one", 6379), new HostAndPort("127.0.0.1", 65535))));
        assertThat(properties.topology().shards()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "sentinel.master=shop, sluice.redis.sentinel.nodes must list at least one host:port",
        "sentinel.nodes=one:26379, sluice.redis.sentinel.master must name what the sentinels watch",
        "sentinel.password=secret, sluice.redis.sentinel.master must name what the sentinels watch",
        "sentinel.master=shop sentinel.nodes=one, sluice.redis.sentinel.nodes must list at least one host:port",
        "sentinel.master=shop sentinel.nodes=one:26379 cluster.nodes=two:6379, "
                + "sluice.redis.sentinel and sluice.redis.cluster exclude each other",
        "cluster.nodes=, sluice.redis.cluster.nodes must list at least one host:port",
        "cluster.nodes=one, sluice.redis.cluster.nodes must list at least one host:port",
        "cluster.nodes=one:0, sluice.redis.cluster.nodes must list at least one host:port",
        "cluster.nodes=one:65536, sluice.redis.cluster.nodes must list at least one host:port",
        "cluster.nodes=:6379, sluice.redis.cluster.nodes must list at least one host:port",
        "cluster.nodes=redis://app:pass-word@one:6379, sluice.redis.cluster.nodes must list at least one host:port",
        "cluster.nodes=one:6379 uri=redis://one/1, sluice.redis.uri must not name a database"
    })
    void anArrangementThatIsNoneIsRefusedWithItsKey(String settings, String message) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings.split(" ", -1)) {
            String[] parts = setting.split("=", 2);
            values.put("sluice.redis." + parts[0], parts[1]);
        }
        assertThatThrownBy(() -> bound(values))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("pass-word")
                .hasMessageNotContaining("\n");
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
        assertThat(properties).hasToString("RedisProperties[redis://host:6379/1, Standalone[server=host:6379]]");
    }

    private static RedisProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.redis", RedisProperties.class);
    }
}
