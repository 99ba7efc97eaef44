package dev.sluice.adapters.cache;

import static dev.sluice.domain.cache.CacheStatus.BYPASS;
import static dev.sluice.domain.cache.CacheStatus.MISS;
import static dev.sluice.domain.cache.CacheStatus.SHARED_HIT;
import static dev.sluice.domain.cache.CacheStatus.STALE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.StoreTime;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;

/** What readers see when Redis fails: a value from its source, never an exception, and never a long wait. */
@Timeout(60)
class RedisFaultsIT {

    private static final Duration TTL = Duration.ofMinutes(1);
    /** Nothing stays in memory, which would serve it while Redis fails. */
    private static final CacheRegion<String> TEXTS =
            new CacheRegion<>("texts", String.class, CachePolicy.of(TTL).withLocal(0, Duration.ZERO));

    private static final CacheKey<String> KEY = TEXTS.key("public", "one");
    private static final CacheKey<String> OTHER = TEXTS.key("public", "two");
    private static final String[] DEPLOYED = {
        "timeout", "200ms", "connect-timeout", "200ms", "max-wait", "50ms", "budget", "250ms"
    };
    private static final String TOKEN = "{sluice:0}:token:value:texts:public:one";
    private static final String LEASE = "{sluice:0}:lease:value:texts:public:one";
    private static final String NAME = "{sluice:0}:value:texts:public:one";

    private RedisServer server;

    @BeforeEach
    void start() {
        server = RedisServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStoppedRedisIsBypassed() {
        try (OpenedCache opened = opened()) {
            read(opened, KEY, "old");
            server.stop();
            CachedValue value = read(opened, KEY, "new");
            assertThat(value.status()).isEqualTo(BYPASS);
            assertThat(text(value)).isEqualTo("new");
            await().until(() -> opened.metrics().of("cache.reads", "region", "texts", "status", "bypass") == 1);
        }
    }

    @Test
    void aProcessStartsWithoutRedisAndFindsItLater() {
        server.stop();
        try (OpenedCache opened = opened("failure-pause", "50ms")) {
            assertThat(status(opened)).isEqualTo(BYPASS);
            server.restart();
            await().until(() -> status(opened) == SHARED_HIT);
        }
    }

    @Test
    void aRestartedRedisIsUsedAgainWithoutAHandAfterOneFailure() {
        try (OpenedCache opened = opened("failure-pause", "50ms")) {
            fillPool(opened);
            server.restart();
            await().until(() -> status(opened) == SHARED_HIT);
            assertThat(unreachable(opened)).isBetween(1L, 3L);
            assertThat(borrowSeveral(opened)).allMatch(Connection::ping);
        }
    }

    @Test
    void aHungRedisCostsOneTimeOutAndIsThenLeftAlone() {
        try (OpenedCache opened = opened("failure-pause", "1m")) {
            read(opened, KEY, "old");
            server.pause();
            for (int call = 0; call < 100; call++) {
                assertThat(text(read(opened, KEY, "new"))).isEqualTo("new");
            }
            assertThat(unreachable(opened)).isBetween(1L, 2L);
            assertThat(failures(opened, "begin", "unreachable")).isZero();
        } finally {
            server.resume();
        }
    }

    @Test
    @Timeout(5)
    void aHungRedisIsNotWaitedForBeyondItsTimeOuts() {
        server.pause();
        try (OpenedCache opened = opened()) {
            assertThat(status(opened)).isEqualTo(BYPASS);
        } finally {
            server.resume();
        }
    }

    @Test
    void aHungRedisIsUsedAgainWhenItAnswers() {
        try (OpenedCache opened = opened("failure-pause", "50ms")) {
            server.pause();
            assertThat(status(opened)).isEqualTo(BYPASS);
            server.resume();
            await().until(() -> status(opened) == SHARED_HIT);
        }
    }

    @Test
    void aServerThatIsNoRedisIsBypassed() {
        try (BabblingServer babbling = new BabblingServer();
                OpenedCache opened = new OpenedCache(babbling.port())) {
            assertThat(status(opened)).isEqualTo(BYPASS);
            assertThat(unreachable(opened)).isBetween(1L, 2L);
        }
    }

    @Test
    void aRedisThatRefusesEntryIsBypassedAndThePasswordLetsIn() {
        try (OpenedCache opened = opened()) {
            administer(redis -> redis.configSet("requirepass", "secret"));
        }
        try (OpenedCache without = opened();
                OpenedCache wrong = new OpenedCache(server.port(), "password", "wrong");
                OpenedCache right = new OpenedCache(server.port(), "password", "secret")) {
            assertThat(status(without)).isEqualTo(BYPASS);
            assertThat(status(wrong)).isEqualTo(BYPASS);
            assertThat(status(right)).isEqualTo(MISS);
        }
    }

    @Test
    void aKeyOfTheWrongTypeIsReplaced() {
        try (OpenedCache opened = opened("failure-pause", "1m")) {
            administer(redis -> redis.rpush(NAME, "a", "b"));
            assertThat(status(opened)).isEqualTo(MISS);
            assertThat(status(opened)).isEqualTo(SHARED_HIT);
            assertThat(failures(opened, "read", "answer")).isPositive();
        }
    }

    @Test
    void aForeignValueIsNeverServedAndReplaced() {
        try (OpenedCache opened = opened("failure-pause", "1m")) {
            administer(redis -> redis.set(NAME, "nonsense"));
            CachedValue value = read(opened, KEY, "value");
            assertThat(value.status()).isEqualTo(MISS);
            assertThat(text(value)).isEqualTo("value");
            assertThat(text(read(opened, KEY, "other"))).isEqualTo("value");
            assertThat(failures(opened, "read", "value")).isPositive();
        }
    }

    @Test
    void aFullRedisIsStillRead() {
        try (OpenedCache opened = opened("failure-pause", "1m")) {
            read(opened, KEY, "value");
            administer(redis -> redis.configSet("maxmemory", "1"));
            assertThat(read(opened, TEXTS.key("public", "two"), "value").status())
                    .isEqualTo(BYPASS);
            assertThat(failures(opened, "begin", "answer")).isEqualTo(1);
            assertThat(status(opened)).isEqualTo(SHARED_HIT);
        }
    }

    @Test
    void aBusyPoolIsNotTakenForAFailedRedis() {
        try (OpenedCache opened = opened("failure-pause", "1m", "max-connections", "1", "budget", "5s")) {
            try (Connection busy = opened.borrowed()) {
                assertThat(busy.ping()).isTrue();
                assertThat(status(opened)).isEqualTo(BYPASS);
            }
            assertThat(failures(opened, "read", "pool")).isEqualTo(1);
            assertThat(status(opened)).isEqualTo(MISS);
        }
    }

    @Test
    void neitherIsTheBusyPoolOfInvalidations() {
        try (OpenedCache opened = opened("failure-pause", "1m");
                Connection one = opened.borrowedFromDuties();
                Connection two = opened.borrowedFromDuties()) {
            assertThat(one.ping() && two.ping()).isTrue();
            assertThatThrownBy(() -> opened.invalidations().invalidate(KEY.invalidation()))
                    .isInstanceOf(RetryableFailure.class);
            assertThat(failures(opened, "invalidate", "pool")).isEqualTo(1);
            assertThat(opened.figures().isLeftAlone()).isFalse();
            assertThat(status(opened)).isEqualTo(MISS);
        }
    }

    @Test
    void anInterruptedReaderGivesUpAndStaysInterrupted() {
        try (OpenedCache opened = new OpenedCache(server.port(), "max-connections", "1");
                Connection busy = opened.borrowed()) {
            assertThat(busy.ping()).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> read(opened, KEY, "value")).isInstanceOf(RetryableFailure.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void everyKeyCarriesATtl() {
        try (OpenedCache opened = opened()) {
            fillPool(opened);
            read(opened, KEY, "value");
            Set<String> keys = administer(redis -> redis.keys("*"));
            assertThat(keys).contains(NAME).allMatch(key -> administer(redis -> redis.pttl(key)) > 0);
            long left = administer(redis -> redis.pttl(NAME));
            assertThat(left).isBetween(1L, TTL.toMillis());
        }
    }

    @Test
    void anInvalidationThatAStoppedRedisCannotConfirmFails() {
        try (OpenedCache opened = opened()) {
            server.stop();
            assertThatThrownBy(() -> opened.invalidations().invalidate(KEY.invalidation()))
                    .isInstanceOf(RetryableFailure.class);
            assertThat(failures(opened, "invalidate", "unreachable")).isEqualTo(1);
        }
    }

    @Test
    @Timeout(5)
    void anInvalidationThatAHungRedisCannotConfirmFails() {
        try (OpenedCache opened = opened()) {
            server.pause();
            assertThatThrownBy(() -> opened.invalidations().invalidate(KEY.invalidation()))
                    .isInstanceOf(RetryableFailure.class);
        } finally {
            server.resume();
        }
    }

    @Test
    void anInvalidationIsTriedEvenWhileReadersLeaveRedisAlone() {
        try (OpenedCache opened = opened("failure-pause", "1m")) {
            server.stop();
            assertThat(status(opened)).isEqualTo(BYPASS);
            server.restart();
            opened.invalidations().invalidate(KEY.invalidation());
            assertThat(status(opened)).isEqualTo(MISS);
        }
    }

    @Test
    void readersWhoHoldTheirWholePoolDelayNoInvalidationAndNoBeat() {
        try (OpenedCache opened = opened("max-connections", "1").listening();
                Connection busy = opened.borrowed()) {
            assertThat(busy.ping()).isTrue();
            for (int time = 0; time < 5; time++) {
                opened.invalidations().invalidate(KEY.invalidation());
            }
            assertThat(failures(opened, "invalidate", "pool")).isZero();
            opened.awaitNextBeat();
            assertThat(failures(opened, "attend", "pool")).isZero();
            assertThat(opened.figures().isLeftAlone()).isFalse();
        }
    }

    @Test
    @Timeout(10)
    void aHungRedisCostsTheBudgetAndNotTheTimeOut() {
        try (OpenedCache opened = opened("failure-pause", "1m", "timeout", "30s", "budget", "100ms")) {
            read(opened, KEY, "old");
            server.pause();
            assertThat(text(read(opened, KEY, "new"))).isEqualTo("new");
            assertThat(opened.figures().isLeftAlone()).isFalse();
        } finally {
            server.resume();
        }
    }

    /** The second finds the budget spent, and Redis neither asked nor given up. */
    @Test
    @Timeout(10)
    void theReadsOfOneRequestShareTheBudget() {
        try (OpenedCache opened = opened("failure-pause", "1m", "timeout", "30s", "budget", "100ms")) {
            read(opened, KEY, "old");
            server.pause();
            StoreTime.shared(() -> {
                for (int call = 0; call < 100; call++) {
                    assertThat(text(read(opened, KEY, "new"))).isEqualTo("new");
                }
                return null;
            });
            assertThat(failures(opened, "read", "late")).isEqualTo(1);
            assertThat(failures(opened, "begin", "late")).isZero();
            read(opened, KEY, "new");
            assertThat(failures(opened, "read", "late")).isEqualTo(2);
            assertThat(opened.figures().isLeftAlone()).isFalse();
        } finally {
            server.resume();
        }
    }

    @Test
    void whatASlowRedisIsToldWhenTheTimeIsUpItKeepsNevertheless() {
        try (OpenedCache opened = opened("failure-pause", "1m", "timeout", "30s", "budget", "100ms")) {
            CachedValue slow = opened.cache()
                    .getOrFetch(KEY, TTL, () -> {
                        server.pause();
                        return Optional.of("slow");
                    })
                    .orElseThrow();
            assertThat(slow.status()).isEqualTo(BYPASS);
            server.resume();
            await().until(() -> status(opened) == SHARED_HIT);
            assertThat(text(read(opened, KEY, "none"))).isEqualTo("slow");
        } finally {
            server.resume();
        }
    }

    /** Nobody fetches under it, and others would wait for that. */
    @Test
    void aLeaseThatComesWhenTheTimeIsUpIsGivenBack() {
        try (OpenedCache opened = opened("failure-pause", "1m", "timeout", "30s", "budget", "1s")) {
            read(opened, OTHER, "value");
            server.pause();
            assertThat(opened.shared().begin(List.of(KEY), Budget.fresh(Duration.ofMillis(50))))
                    .containsExactly(Optional.empty());
            server.resume();
            await().until(() -> administer(redis -> redis.exists(TOKEN)));
            await().atMost(Duration.ofSeconds(5)).until(() -> !administer(redis -> redis.exists(LEASE)));
        } finally {
            server.resume();
        }
    }

    /** Each byte comes within the time-out of the socket, and the whole would take half a minute. */
    @Test
    void anAnswerThatTricklesIsNotWaitedForBeyondTheBudget() {
        try (TricklingProxy proxy = new TricklingProxy(server.port());
                OpenedCache opened = new OpenedCache(proxy.port(), DEPLOYED)) {
            String old = "old".repeat(100);
            await().until(() -> read(opened, KEY, old).status() == SHARED_HIT);
            proxy.trickle();
            long begin = System.nanoTime();
            assertThat(text(read(opened, KEY, "new"))).isEqualTo("new");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(failures(opened, "read", "late")).isEqualTo(1);
            assertThat(opened.figures().isLeftAlone()).isFalse();
        }
    }

    @Test
    void aSourceThatFailsWhileStaleValuesAreServedIsNotAskedByEachReader() {
        Duration brief = Duration.ofMillis(20);
        for (CachePolicy policy : List.of(
                CachePolicy.of(TTL).withStale(TTL, Duration.ZERO),
                CachePolicy.of(TTL).withStale(Duration.ZERO, TTL))) {
            AtomicInteger fetches = new AtomicInteger();
            CacheKey<String> key = new CacheRegion<>("stale-texts", String.class, policy).key("public", "one");
            try (OpenedCache opened = opened()) {
                opened.invalidations().invalidate(key.invalidation());
                opened.cache().getOrFetch(key, brief, () -> Optional.of("old"));
                Supplier<Optional<String>> failing = () -> {
                    fetches.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                };
                await().until(() -> opened.cache()
                                        .getOrFetch(key, brief, failing)
                                        .orElseThrow()
                                        .status()
                                == STALE
                        && fetches.get() > 0);
                for (int call = 0; call < 200; call++) {
                    assertThat(text(opened.cache()
                                    .getOrFetch(key, brief, failing)
                                    .orElseThrow()))
                            .isEqualTo("old");
                }
                assertThat(fetches).hasValueLessThan(20);
            }
        }
    }

    /** Not even before anybody has seen that it was: nothing beats here meanwhile. */
    @Test
    void aServerThatWasAReplicaMeanwhileIsNotBelieved() {
        try (OpenedCache opened = opened();
                Connection one = opened.borrowedFromDuties();
                Connection two = opened.borrowedFromDuties()) {
            assertThat(one.ping() && two.ping()).isTrue();
            read(opened, KEY, "old");
            assertThat(status(opened)).isEqualTo(SHARED_HIT);
            administer(redis -> redis.replicaof("127.0.0.1", 1));
            administer(Jedis::replicaofNoOne);
            assertThat(text(read(opened, KEY, "new"))).isEqualTo("new");
        }
    }

    @Test
    void andIsUsedAgainOnceItsEpochHasBegun() {
        try (OpenedCache opened = opened("failure-pause", "50ms")) {
            read(opened, KEY, "old");
            administer(redis -> redis.replicaof("127.0.0.1", 1));
            administer(Jedis::replicaofNoOne);
            await().until(() -> read(opened, KEY, "new").status() == SHARED_HIT);
            assertThat(text(read(opened, KEY, "none"))).isEqualTo("new");
        }
    }

    /** A cache that waits for Redis as long as one that is deployed. */
    private OpenedCache opened(String... settings) {
        List<String> all = new ArrayList<>(List.of(DEPLOYED));
        all.addAll(List.of(settings));
        return new OpenedCache(server.port(), all.toArray(String[]::new));
    }

    private <T> T administer(Function<Jedis, T> command) {
        try (Jedis redis = new Jedis(server.host(), server.port())) {
            return command.apply(redis);
        }
    }

    /** Leaves several idle connections in the pool. */
    private static void fillPool(OpenedCache opened) {
        borrowSeveral(opened).forEach(Connection::close);
    }

    private static List<Connection> borrowSeveral(OpenedCache opened) {
        List<Connection> connections = new ArrayList<>();
        for (int count = 0; count < 8; count++) {
            connections.add(opened.borrowed());
        }
        return connections;
    }

    private static CacheStatus status(OpenedCache opened) {
        return read(opened, KEY, "value").status();
    }

    private static CachedValue read(OpenedCache opened, CacheKey<String> key, String fetched) {
        return opened.cache().getOrFetch(key, TTL, () -> Optional.of(fetched)).orElseThrow();
    }

    private static long failures(OpenedCache opened, String operation, String cause) {
        return opened.metrics().of("cache.failures", "operation", operation, "cause", cause);
    }

    /** How often Redis was found out of reach, be it by a reader or by the thread that attends to it at the same time. */
    private static long unreachable(OpenedCache opened) {
        return failures(opened, "read", "unreachable") + failures(opened, "attend", "unreachable");
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }
}
