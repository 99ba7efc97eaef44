package dev.sluice.adapters.cache;

import static dev.sluice.domain.cache.CacheStatus.BYPASS;
import static dev.sluice.domain.cache.CacheStatus.MISS;
import static dev.sluice.domain.cache.CacheStatus.SHARED_HIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.redis.RedisCluster;
import dev.sluice.embedded.redis.RedisFailover;
import dev.sluice.embedded.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** How servers that want TLS, users and passwords are entered, and that no others are. */
@Timeout(60)
class EnteringRedisIT {

    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String TRUSTED_PASSWORD = "javax.net.ssl.trustStorePassword";

    private static final Duration TTL = Duration.ofMinutes(1);
    private static final CacheKey<String> KEY = new CacheRegion<>(
                    "texts", String.class, CachePolicy.of(TTL).withLocal(0, Duration.ZERO))
            .key("public", "one");

    @Test
    void aServerThatSpeaksTlsIsEnteredByThoseWhoTrustIt(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.in(folder);
        int port = LoopbackPort.free();
        try (RedisServer server = RedisServer.startWithTls(port, certificate.certificate(), certificate.key())) {
            String uri = "rediss://127.0.0.1:" + port;
            assertThatNobodyEnters(uri);
            trust(certificate);
            assertThatItIsUsed(OpenedCache.at(uri));
            assertThatNobodyEnters("rediss://localhost:" + port);
            assertThatNobodyEnters("rediss://127.0.0.1:" + server.port());
        } finally {
            System.clearProperty(TRUSTED);
            System.clearProperty(TRUSTED_PASSWORD);
        }
    }

    private static void trust(Certificate certificate) {
        System.setProperty(TRUSTED, certificate.store().toString());
        System.setProperty(TRUSTED_PASSWORD, Certificate.PASSWORD);
    }

    @Test
    void aUserOfAServerEntersWithThePasswordOfTheUri() {
        try (RedisServer server = RedisServer.start()) {
            tell(server, "ACL", "SETUSER", "sluice", "on", ">secret", "~*", "&*", "+@all");
            tell(server, "ACL", "SETUSER", "default", "off");
            String host = "127.0.0.1:" + server.port();
            assertThatNobodyEnters("redis://" + host);
            assertThatNobodyEnters("redis://sluice:wrong@" + host);
            assertThatItIsUsed(OpenedCache.at("redis://sluice:secret@" + host));
        }
    }

    @Test
    void sentinelsAndTheServerThatTheyNameHavePasswordsOfTheirOwn() {
        try (RedisFailover failover = RedisFailover.start()) {
            tell(failover.sentinel(), "SENTINEL", "SET", failover.master(), "auth-pass", "secret");
            tell(failover.primary(), "CONFIG", "SET", "requirepass", "secret");
            tell(failover.sentinel(), "ACL", "SETUSER", "watcher", "on", ">watching", "&*", "+@all");
            tell(failover.sentinel(), "ACL", "SETUSER", "default", "off");
            assertThatNobodyEnters(OpenedCache.on(failover, "password", "secret"));
            assertThatNobodyEnters(
                    OpenedCache.on(failover, "sentinel.user", "watcher", "sentinel.password", "watching"));
            assertThatItIsUsed(OpenedCache.on(
                    failover, "sentinel.user", "watcher", "sentinel.password", "watching", "password", "secret"));
        }
    }

    @Test
    void allServersOfAClusterHaveOnePassword() {
        try (RedisCluster cluster = RedisCluster.start()) {
            cluster.nodes().forEach(node -> tell(node, "CONFIG", "SET", "requirepass", "secret"));
            assertThatNobodyEnters(OpenedCache.on(cluster));
            assertThatItIsUsed(OpenedCache.on(cluster, "password", "secret"));
        }
    }

    private static void assertThatNobodyEnters(String uri) {
        assertThatNobodyEnters(OpenedCache.at(uri));
    }

    private static void assertThatNobodyEnters(OpenedCache stranger) {
        try (stranger) {
            assertThat(status(stranger)).isEqualTo(BYPASS);
            assertThat(stranger.figures().isLeftAlone()).isTrue();
        }
    }

    /** By readers, by invalidations and by who listens for them. */
    private static void assertThatItIsUsed(OpenedCache cache) {
        try (cache) {
            await().until(() -> status(cache) != BYPASS);
            assertThat(status(cache)).isEqualTo(SHARED_HIT);
            cache.invalidations().invalidate(KEY.invalidation());
            assertThat(status(cache)).isEqualTo(MISS);
            cache.listening();
        }
    }

    private static CacheStatus status(OpenedCache cache) {
        return cache.cache()
                .getOrFetch(KEY, TTL, () -> Optional.of("value"))
                .orElseThrow()
                .status();
    }

    private static void tell(RedisServer server, String command, String... words) {
        try (Jedis redis = new Jedis(server.host(), server.port())) {
            redis.sendCommand(() -> command.getBytes(UTF_8), words);
        }
    }
}
