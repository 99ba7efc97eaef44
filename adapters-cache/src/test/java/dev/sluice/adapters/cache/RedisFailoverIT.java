package dev.sluice.adapters.cache;

import static dev.sluice.domain.cache.CacheStatus.BYPASS;
import static dev.sluice.domain.cache.CacheStatus.LOCAL_HIT;
import static dev.sluice.domain.cache.CacheStatus.MISS;
import static dev.sluice.domain.cache.CacheStatus.SHARED_HIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.embedded.redis.RedisFailover;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** What processes see when sentinels put another server in the place of one that has died. */
@Tag("processes")
@Timeout(60)
class RedisFailoverIT {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static final CacheRegion<String> REMEMBERED =
            new CacheRegion<>("remembered", String.class, CachePolicy.of(LONG).withLocal(1 << 20, LONG));
    /** Nothing stays in memory, which would serve it while Redis fails. */
    private static final CacheRegion<String> SHARED =
            new CacheRegion<>("shared", String.class, CachePolicy.of(LONG).withLocal(0, Duration.ZERO));

    private static final CacheKey<String> KEY = SHARED.key("public", "one");

    private RedisFailover failover;

    @BeforeEach
    void start() {
        failover = RedisFailover.start();
    }

    @AfterEach
    void stop() {
        failover.close();
    }

    @Test
    void aProcessStartsWithoutAnySentinelAndFindsItLater() {
        failover.sentinel().stop();
        try (OpenedCache opened = open()) {
            assertThat(read(opened, KEY, "value").status()).isEqualTo(BYPASS);
            failover.sentinel().restart();
            await().until(() -> read(opened, KEY, "value").status() == SHARED_HIT);
        }
    }

    @Test
    @Timeout(10)
    void nobodyWaitsForASentinelThatHangs() {
        failover.sentinel().pause();
        try (OpenedCache opened = OpenedCache.on(failover, "failure-pause", "50ms")) {
            assertThat(read(opened, KEY, "value").status()).isEqualTo(BYPASS);
            failover.sentinel().resume();
            await().until(() -> read(opened, KEY, "value").status() == SHARED_HIT);
        }
    }

    @Test
    void readersNeedNoSentinelOnceTheyKnowTheServer() {
        try (OpenedCache opened = open()) {
            assertThat(read(opened, KEY, "value").status()).isEqualTo(MISS);
            failover.sentinel().stop();
            assertThat(read(opened, KEY, "none").status()).isEqualTo(SHARED_HIT);
        }
    }

    @Test
    void theNextServerIsUsedWithoutAHand() {
        try (OpenedCache opened = open()) {
            read(opened, KEY, "old");
            failover.failOver();
            await().until(() -> read(opened, KEY, "new").status() == SHARED_HIT);
            opened.invalidations().invalidate(KEY.invalidation());
            assertThat(text(read(opened, KEY, "newer"))).isEqualTo("newer");
            assertThat(read(opened, KEY, "none").status()).isEqualTo(SHARED_HIT);
        }
    }

    @Test
    void soItIsByAProcessThatDoesNotHearOfIt() {
        try (OpenedCache opened = open()) {
            read(opened, KEY, "old");
            administer(
                    failover.sentinel(),
                    redis ->
                            redis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB)));
            failover.failOver();
            await().until(() -> read(opened, KEY, "new").status() == SHARED_HIT);
        }
    }

    @Test
    void soItIsByAProcessThatStartsAfterwards() {
        failover.failOver();
        failover.restartOldPrimary();
        try (OpenedCache opened = open()) {
            assertThat(read(opened, KEY, "value").status()).isEqualTo(MISS);
            assertThat(read(opened, KEY, "none").status()).isEqualTo(SHARED_HIT);
        }
    }

    @Test
    void anOldValueThatTheNextServerStillHasIsNotBelieved() {
        try (OpenedCache opened = open()) {
            read(opened, KEY, "old");
            RedisServer next = failover.replica();
            await().until(() -> holdsValue(next));
            failover.cutReplica();
            opened.invalidations().invalidate(KEY.invalidation());
            failover.failOver();
            assertThat(holdsValue(next)).isTrue();
            await().until(() -> {
                CachedValue value = read(opened, KEY, "new");
                assertThat(text(value)).isEqualTo("new");
                return value.status() == SHARED_HIT;
            });
        }
    }

    @Test
    void processesHearEachOtherThroughTheNextServer() {
        CacheKey<String> key = REMEMBERED.key("public", "one");
        try (OpenedCache here = open();
                OpenedCache there = open()) {
            inMemories(key, here, there);
            failover.failOver();
            await().ignoreExceptionsInstanceOf(RetryableFailure.class).until(() -> {
                here.invalidations().invalidate(key.invalidation());
                return true;
            });
            await().until(() -> text(read(there, key, "new")).equals("new"));
            inMemories(key, here, there);
            here.invalidations().invalidate(key.invalidation());
            assertThat(text(read(here, key, "newer"))).isEqualTo("newer");
            await().until(() -> text(read(there, key, "none")).equals("newer"));
        }
    }

    @Test
    void aServerThatTakesNoWritesAnyMoreIsLeft() {
        try (OpenedCache opened = open()) {
            read(opened, KEY, "old");
            RedisServer former = failover.primary();
            administer(former, redis -> redis.replicaof("127.0.0.1", 1));
            assertThat(read(opened, SHARED.key("public", "two"), "value").status())
                    .isEqualTo(BYPASS);
            failover.failOver();
            failover.restartOldPrimary();
            await().until(() -> read(opened, KEY, "new").status() == SHARED_HIT);
        }
    }

    /** Patient with the first connections, which a cold JVM makes slowly. */
    private OpenedCache open() {
        return OpenedCache.on(failover, "failure-pause", "50ms", "connect-timeout", "5s", "budget", "10s");
    }

    private static CachedValue read(OpenedCache process, CacheKey<String> key, String fetched) {
        return process.cache().getOrFetch(key, LONG, () -> Optional.of(fetched)).orElseThrow();
    }

    /** For so long that all processes serve it only because they have heard that nothing was invalidated since. */
    private static void inMemories(CacheKey<String> key, OpenedCache... processes) {
        for (OpenedCache process : processes) {
            read(process, key, "old");
        }
        for (OpenedCache process : processes) {
            await().until(() -> isOldInMemory(read(process, key, "none")));
        }
    }

    private static boolean isOldInMemory(CachedValue value) {
        return value.status() == LOCAL_HIT && value.age().toNanos() > InvalidationLog.TRUST_NANOS;
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }

    private static boolean holdsValue(RedisServer server) {
        return administer(server, redis -> redis.exists("{sluice:0}:" + KEY.text()));
    }

    private static <T> T administer(RedisServer server, Function<Jedis, T> command) {
        try (Jedis redis = new Jedis(server.host(), server.port())) {
            return command.apply(redis);
        }
    }
}
