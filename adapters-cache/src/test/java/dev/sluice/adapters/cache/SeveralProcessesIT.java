package dev.sluice.adapters.cache;

import static dev.sluice.domain.cache.CacheStatus.BYPASS;
import static dev.sluice.domain.cache.CacheStatus.LOCAL_HIT;
import static dev.sluice.domain.cache.CacheStatus.MISS;
import static dev.sluice.domain.cache.CacheStatus.SHARED_HIT;
import static dev.sluice.domain.cache.CacheStatus.STALE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** What several processes with a tier of their own each see of each other through one Redis. */
@Timeout(60)
class SeveralProcessesIT {

    private static final Duration LONG = Duration.ofMinutes(5);

    /** Stays in memory for as long as it is not invalidated. */
    private static final CacheRegion<String> TEXTS =
            new CacheRegion<>("texts", String.class, CachePolicy.of(LONG).withLocal(1 << 20, LONG));

    private static final CacheKey<String> KEY = TEXTS.key("public", "one", "tag");

    private static final String EPOCH = "{sluice:0}:epoch";
    private static final String SEQUENCE = "{sluice:0}:sequence";

    private final CountDownLatch landing = new CountDownLatch(1);
    private final AtomicInteger fetches = new AtomicInteger();
    private RedisServer server;
    private OpenedCache here;
    private OpenedCache there;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        here = opened().listening();
        there = opened().listening();
    }

    @AfterEach
    void stop() {
        landing.countDown();
        here.close();
        there.close();
        server.close();
    }

    @Test
    void whatOneProcessFetchedAnotherFindsInRedisAndThenInItsMemory() {
        assertThat(read(here, KEY, "value").status()).isEqualTo(MISS);
        assertThat(read(here, KEY, "other").status()).isEqualTo(LOCAL_HIT);
        assertThat(read(there, KEY, "other").status()).isEqualTo(SHARED_HIT);
        assertThat(read(there, KEY, "other").status()).isEqualTo(LOCAL_HIT);
        assertThat(text(read(there, KEY, "other"))).isEqualTo("value");
    }

    @Test
    void anInvalidationReachesTheMemoryOfOthersAndItsOwnAtOnce() {
        inAllMemories("old");
        here.invalidations().invalidate(KEY.invalidation());
        assertThat(text(read(here, KEY, "new"))).isEqualTo("new");
        await().until(() -> text(read(there, KEY, "none")).equals("new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag:tag", "region:texts"})
    void soDoesOneOfManyValues(String many) {
        inAllMemories("old");
        here.invalidations().invalidate(Invalidation.parse(many));
        assertThat(text(read(here, KEY, "new"))).isEqualTo("new");
        await().until(() -> text(read(there, KEY, "none")).equals("new"));
    }

    @Test
    void aLostMessageIsNoticedEvenIfItWasTheLast() {
        inAllMemories("old");
        administer(redis -> redis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB)));
        here.invalidations().invalidate(KEY.invalidation());
        await().until(() -> text(read(there, KEY, "new")).equals("new"));
    }

    /** The numbers begin anew, and come to where they were: those who heard none of it would find no gap. */
    @Test
    void soIsOneWhoseNumberWasThereBeforeTheNumbersWereEvicted() {
        here.invalidations().invalidate(TEXTS.key("public", "other").invalidation());
        inAllMemories("old");
        administer(redis -> {
            redis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB));
            redis.del(SEQUENCE);
        });
        here.invalidations().invalidate(KEY.invalidation());
        await().until(() -> text(read(there, KEY, "new")).equals("new"));
    }

    @Test
    void numbersThatBeginAnewBeginAnEpochToo() {
        administer(redis -> {
            String before = redis.get(EPOCH);
            assertThat(before).isNotEmpty();
            redis.del(SEQUENCE);
            await().until(() -> redis.exists(EPOCH) && !before.equals(redis.get(EPOCH)));
        });
    }

    @Test
    void whatIsInMemoryIsNotServedForLongWhileNobodyCanSayThatItIsRight() {
        inAllMemories("old");
        server.pause();
        try {
            await().until(() -> text(read(there, KEY, "new")).equals("new"));
        } finally {
            server.resume();
        }
    }

    @Test
    void aRedisThatComesBackEmptyTakesTheMemoriesWithIt() {
        inAllMemories("old");
        server.restart();
        for (OpenedCache process : List.of(here, there)) {
            await().until(() -> text(read(process, KEY, "new")).equals("new"));
        }
    }

    @Test
    void aRedisThatComesBackWithWhatItHadBeforeAnInvalidationIsNotBelieved() {
        CacheKey<String> shared = sharedOnly().key("public", "one");
        read(here, shared, "old");
        administer(Jedis::save);
        here.invalidations().invalidate(shared.invalidation());
        server.restart();
        administer(redis -> assertThat(redis.exists("{sluice:0}:value:shared-texts:public:one"))
                .isTrue());
        for (OpenedCache process : List.of(there, here)) {
            await().until(() -> readNew(process, shared).status() != BYPASS);
        }
    }

    @Test
    void aFetchThatAnInvalidationOvertakesIsStoredNowhere() throws Exception {
        Future<CachedValue> slow = slowly(here, KEY, "old");
        there.invalidations().invalidate(KEY.invalidation());
        landing.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS).status()).isEqualTo(BYPASS);
        assertThat(text(read(there, KEY, "new"))).isEqualTo("new");
        assertThat(text(read(here, KEY, "none"))).isEqualTo("new");
    }

    @Test
    void aFetchThatTheInvalidationOfItsTagOvertakesIsNotBelieved() throws Exception {
        Future<CachedValue> slow = slowly(here, KEY, "old");
        there.invalidations().invalidate(new Invalidation.Tag("tag"));
        landing.countDown();
        slow.get(10, TimeUnit.SECONDS);
        assertThat(text(read(there, KEY, "new"))).isEqualTo("new");
        await().until(() -> text(read(here, KEY, "none")).equals("new"));
    }

    @Test
    void aRefreshThatAnInvalidationOvertakesIsStoredNowhere() {
        CacheRegion<String> refreshed = new CacheRegion<>(
                "refreshed-texts", String.class, CachePolicy.of(LONG).withStale(LONG, Duration.ZERO));
        CacheKey<String> key = refreshed.key("public", "one");
        here.cache().getOrFetch(key, Duration.ofMillis(50), () -> Optional.of("old"));
        CountDownLatch refreshing = new CountDownLatch(1);
        await().until(() -> here.cache()
                        .getOrFetch(key, LONG, landing("overtaken", refreshing))
                        .orElseThrow()
                        .status()
                == STALE);
        await().until(() -> refreshing.getCount() == 0);
        there.invalidations().invalidate(key.invalidation());
        landing.countDown();
        assertThat(text(read(there, key, "new"))).isEqualTo("new");
        await().until(() -> text(read(here, key, "none")).equals("new"));
        assertThat(text(read(there, key, "none"))).isEqualTo("new");
    }

    @Test
    void whoComesAfterAnInvalidationDoesNotJoinAFetchFromBefore() throws Exception {
        Future<CachedValue> slow = slowly(here, KEY, "old");
        here.invalidations().invalidate(KEY.invalidation());
        assertThat(text(read(here, KEY, "new"))).isEqualTo("new");
        landing.countDown();
        slow.get(10, TimeUnit.SECONDS);
        assertThat(text(read(here, KEY, "none"))).isEqualTo("new");
    }

    /** It may have missed an invalidation as old as its last word from Redis. */
    @Test
    void aProcessWithoutRedisDoesNotJoinAFetchThatHasTakenLongerThanItsMemoryIsTrusted() throws Exception {
        CacheKey<String> later = TEXTS.key("public", "later");
        try (OpenedCache patient = new OpenedCache(server.port(), "fetch-wait", "1m", "failure-pause", "50ms");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await().until(() -> isOldInMemory(read(patient, TEXTS.key("public", "before"), "old")));
            Future<CachedValue> slow = slowly(patient, KEY, "old");
            read(patient, later, "old");
            server.stop();
            await().until(() -> text(read(patient, later, "new")).equals("new"));
            Future<CachedValue> late = threads.submit(() -> read(patient, KEY, "new"));
            assertThat(text(late.get(10, TimeUnit.SECONDS))).isEqualTo("new");
            landing.countDown();
            slow.get(10, TimeUnit.SECONDS);
        } finally {
            landing.countDown();
        }
    }

    @Test
    void oneProcessWaitsForTheFetchOfAnother() throws Exception {
        Future<CachedValue> slow = slowly(here, KEY, "shared");
        FutureTask<CachedValue> waiting = new FutureTask<>(() -> read(there, KEY, "own"));
        Thread waiter = Thread.ofPlatform().daemon().start(waiting);
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        landing.countDown();
        assertThat(text(waiting.get(10, TimeUnit.SECONDS))).isEqualTo("shared");
        assertThat(text(slow.get(10, TimeUnit.SECONDS))).isEqualTo("shared");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void whoHasWaitedTooLongFetchesItself() throws Exception {
        try (OpenedCache hasty = new OpenedCache(server.port(), "fetch-wait", "50ms").listening()) {
            Future<CachedValue> slow = slowly(here, KEY, "late");
            assertThat(text(read(hasty, KEY, "own"))).isEqualTo("own");
            landing.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFailedFetchLeavesTheNextToAnother() {
        assertThat(here.cache().getOrFetch(KEY, LONG, Optional::empty)).isEmpty();
        assertThat(read(there, KEY, "value").status()).isEqualTo(MISS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStampedeIsOneFetchAndWithoutRedisOneForEachProcess(boolean redis) throws Exception {
        stampede(1_000, redis);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soIsOneOfTenThousandCallers(boolean redis) throws Exception {
        stampede(10_000, redis);
    }

    /** In three processes. */
    private void stampede(int callers, boolean redis) throws Exception {
        CountDownLatch started = new CountDownLatch(callers);
        List<Future<CachedValue>> answers = new ArrayList<>();
        try (OpenedCache third = opened().listening();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            if (!redis) {
                server.stop();
            }
            List<OpenedCache> processes = List.of(here, there, third);
            for (int caller = 0; caller < callers; caller++) {
                OpenedCache process = processes.get(caller % 3);
                answers.add(threads.submit(() -> {
                    started.countDown();
                    return process.cache()
                            .getOrFetch(KEY, LONG, fetchOnce(started))
                            .orElseThrow();
                }));
            }
            for (Future<CachedValue> answer : answers) {
                assertThat(text(answer.get(20, TimeUnit.SECONDS))).isEqualTo("value");
            }
        }
        assertThat(fetches).hasValueBetween(1, redis ? 1 : 3);
    }

    private Supplier<Optional<String>> fetchOnce(CountDownLatch started) {
        return () -> {
            fetches.incrementAndGet();
            try {
                assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            return Optional.of("value");
        };
    }

    @Test
    void aValueOfAnotherSchemaIsAMissAndCounted() {
        read(here, KEY, "value");
        CacheRegion<Object> changed = new CacheRegion<>("texts", Object.class, CachePolicy.of(LONG));
        CachedValue value = there.cache()
                .getOrFetch(changed.key("public", "one", "tag"), LONG, () -> Optional.of("other"))
                .orElseThrow();
        assertThat(value.status()).isEqualTo(MISS);
        assertThat(text(value)).isEqualTo("other");
        assertThat(there.metrics().of("cache.failures", "operation", "read", "cause", "schema"))
                .isPositive();
    }

    @Test
    void aServerThatHasBecomeAReplicaIsGivenUpAndTakenUpAgain() {
        CacheKey<String> shared = sharedOnly().key("public", "one");
        administer(redis -> redis.replicaof("127.0.0.1", 1));
        assertThat(read(there, shared, "value").status()).isEqualTo(BYPASS);
        administer(Jedis::replicaofNoOne);
        await().until(() -> read(there, shared, "value").status() == SHARED_HIT);
    }

    private CachedValue readNew(OpenedCache process, CacheKey<String> key) {
        CachedValue value = read(process, key, "new");
        assertThat(text(value)).isEqualTo("new");
        return value;
    }

    private OpenedCache opened() {
        return new OpenedCache(server.port(), "failure-pause", "50ms", "timeout", "1s", "connect-timeout", "1s");
    }

    private void administer(Consumer<Jedis> command) {
        try (Jedis redis = new Jedis(server.host(), server.port())) {
            command.accept(redis);
        }
    }

    private static CacheRegion<String> sharedOnly() {
        return new CacheRegion<>(
                "shared-texts", String.class, CachePolicy.of(LONG).withLocal(0, Duration.ZERO));
    }

    /** For so long that both processes serve it only because they have heard that nothing was invalidated since. */
    private void inAllMemories(String value) {
        read(here, KEY, value);
        read(there, KEY, value);
        for (OpenedCache process : List.of(here, there)) {
            await().until(() -> isOldInMemory(read(process, KEY, "none")));
        }
    }

    private static boolean isOldInMemory(CachedValue value) {
        return value.status() == LOCAL_HIT && value.age().toNanos() > InvalidationLog.TRUST_NANOS;
    }

    /** Begins a read whose fetch ends when it is told to. */
    private Future<CachedValue> slowly(OpenedCache process, CacheKey<String> key, String value) throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        Future<CachedValue> answer = Executors.newVirtualThreadPerTaskExecutor()
                .submit(() -> process.cache()
                        .getOrFetch(key, LONG, landing(value, fetching))
                        .orElseThrow());
        assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
        return answer;
    }

    private Supplier<Optional<String>> landing(String value, CountDownLatch begun) {
        return () -> {
            fetches.incrementAndGet();
            begun.countDown();
            try {
                assertThat(landing.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            return Optional.of(value);
        };
    }

    private CachedValue read(OpenedCache process, CacheKey<String> key, String fetched) {
        return process.cache()
                .getOrFetch(key, LONG, () -> {
                    fetches.incrementAndGet();
                    return Optional.of(fetched);
                })
                .orElseThrow();
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }
}
