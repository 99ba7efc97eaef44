package dev.sluice.adapters.cache;

import static dev.sluice.domain.cache.CacheStatus.BYPASS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** What readers of many keys at once, in several processes, see of each other through one Redis. */
@Timeout(60)
class SeveralBatchesIT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final CacheRegion<String> TEXTS =
            new CacheRegion<>("texts", String.class, CachePolicy.of(LONG).withLocal(1 << 20, LONG));
    private static final CacheKey<String> ONE = TEXTS.key("public", "one");
    private static final CacheKey<String> TWO = TEXTS.key("public", "two");
    private static final CacheKey<String> THREE = TEXTS.key("public", "three");
    private static final String LEASE_OF_ONE = "{sluice:0}:lease:value:texts:public:one";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch landing = new CountDownLatch(1);
    /** Each key as often as the source was asked for it. */
    private final Queue<CacheKey<String>> asked = new ConcurrentLinkedQueue<>();

    private RedisServer server;
    private OpenedCache here;
    private OpenedCache there;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        here = opened("fetch-wait", "20s").listening();
        there = opened("fetch-wait", "20s").listening();
    }

    @AfterEach
    void stop() {
        landing.countDown();
        threads.close();
        here.close();
        there.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStampedeOnABatchIsOneFetchOfEachKeyAndWithoutRedisOneInEachProcess(boolean redis) throws Exception {
        if (!redis) {
            server.stop();
        }
        int callers = 200;
        CountDownLatch started = new CountDownLatch(callers);
        List<CacheKey<String>> keys = IntStream.range(0, 10)
                .mapToObj(id -> TEXTS.key("public", "k" + id))
                .toList();
        List<Future<Map<CacheKey<String>, CachedValue>>> answers = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            OpenedCache process = caller % 2 == 0 ? here : there;
            List<CacheKey<String>> own = new ArrayList<>(keys);
            Collections.rotate(own, caller);
            answers.add(threads.submit(() -> {
                started.countDown();
                return read(process, own.subList(0, 6), after(started, "value"));
            }));
        }
        for (Future<Map<CacheKey<String>, CachedValue>> answer : answers) {
            assertThat(texts(answer.get(20, TimeUnit.SECONDS)).values())
                    .hasSize(6)
                    .containsOnly("value");
        }
        assertThat(asked).containsAll(keys);
        keys.forEach(key -> assertThat(Collections.frequency(asked, key)).isBetween(1, redis ? 1 : 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAnotherBatchFetchesIsWaitedForAndTheRestFetched(boolean sameProcess) throws Exception {
        Future<Map<CacheKey<String>, CachedValue>> slow = slowly(here, List.of(ONE, TWO), "slow");
        Future<Map<CacheKey<String>, CachedValue>> waiting =
                threads.submit(() -> read(sameProcess ? here : there, List.of(THREE, TWO), now("own")));
        landOnceAskedFor(THREE);
        assertThat(texts(waiting.get(10, TimeUnit.SECONDS))).isEqualTo(Map.of(THREE, "own", TWO, "slow"));
        assertThat(texts(slow.get(10, TimeUnit.SECONDS))).isEqualTo(Map.of(ONE, "slow", TWO, "slow"));
        assertThat(asked).containsExactlyInAnyOrder(ONE, TWO, THREE);
    }

    @Test
    void soIsWhatABatchFetchesByWhoWantsOneValue() throws Exception {
        Future<Map<CacheKey<String>, CachedValue>> slow = slowly(here, List.of(ONE, TWO), "slow");
        Future<String> waiting = waiting(FlightPart.class, () -> one(here, TWO, "own"));
        Future<String> elsewhere = waiting(Lookout.class, () -> one(there, ONE, "own"));
        landing.countDown();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
        assertThat(elsewhere.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
        slow.get(10, TimeUnit.SECONDS);
    }

    /** A read that has come to where it waits for another's fetch. */
    private static Future<String> waiting(Class<?> where, Callable<String> reading) {
        FutureTask<String> task = new FutureTask<>(reading);
        Thread reader = Thread.startVirtualThread(task);
        Awaitility.await()
                .until(() -> Stream.of(reader.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(where.getName())));
        return task;
    }

    @Test
    void whoHasWaitedTooLongFetchesWithinTheBoundedShare() throws Exception {
        try (OpenedCache hasty =
                opened("fetch-wait", "100ms", "spare-fetches", "1").listening()) {
            Future<Map<CacheKey<String>, CachedValue>> slow = slowly(here, List.of(ONE, TWO), "slow");
            List<Future<Map<CacheKey<String>, CachedValue>>> waiting = Stream.generate(
                            () -> threads.submit(() -> read(hasty, List.of(ONE, TWO), after(landing, "own"))))
                    .limit(20)
                    .toList();
            assertThat(refusals(waiting)).isEqualTo(19);
            landing.countDown();
            slow.get(10, TimeUnit.SECONDS);
            assertThat(asked).containsExactlyInAnyOrder(ONE, TWO, ONE, TWO);
        }
    }

    /** How many were told that too many fetch; the one who does not end before the others has its turn. */
    private static int refusals(Collection<Future<Map<CacheKey<String>, CachedValue>>> waiting) throws Exception {
        int refused = 0;
        List<Future<Map<CacheKey<String>, CachedValue>>> running = new ArrayList<>(waiting);
        while (running.size() > 1) {
            Future<Map<CacheKey<String>, CachedValue>> next = running.removeFirst();
            if (next.state() == Future.State.RUNNING) {
                running.add(next);
                Thread.onSpinWait();
            } else {
                assertThatThrownBy(next::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(RetryableFailure.class);
                refused++;
            }
        }
        return refused;
    }

    @Test
    void aBatchThatAnInvalidationOvertakesIsStoredNowhere() throws Exception {
        Future<Map<CacheKey<String>, CachedValue>> slow = slowly(here, List.of(ONE, TWO), "old");
        there.invalidations().invalidate(ONE.invalidation());
        there.invalidations().invalidate(TWO.invalidation());
        landing.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS).values())
                .extracting(CachedValue::status)
                .containsExactly(BYPASS, BYPASS);
        assertThat(texts(read(there, List.of(ONE, TWO), now("new")))).isEqualTo(Map.of(ONE, "new", TWO, "new"));
        assertThat(texts(read(here, List.of(TWO, ONE), now("none")))).isEqualTo(Map.of(ONE, "new", TWO, "new"));
    }

    @Test
    void whoComesAfterAnInvalidationDoesNotJoinABatchFromBefore() throws Exception {
        Future<Map<CacheKey<String>, CachedValue>> slow = slowly(here, List.of(ONE, TWO), "old");
        here.invalidations().invalidate(ONE.invalidation());
        assertThat(texts(read(here, List.of(ONE), now("new")))).isEqualTo(Map.of(ONE, "new"));
        landing.countDown();
        slow.get(10, TimeUnit.SECONDS);
        assertThat(texts(read(here, List.of(ONE, TWO), now("none")))).isEqualTo(Map.of(ONE, "new", TWO, "old"));
    }

    @ParameterizedTest
    @MethodSource
    void aBatchThatFailsGivesItsLeasesBackAndIsSharedByWhoWaits(Throwable failure) throws Exception {
        Future<Map<CacheKey<String>, CachedValue>> failing = begun(here, List.of(ONE, TWO), keys -> {
            await(landing);
            throw raised(failure);
        });
        assertThat(isInRedis(LEASE_OF_ONE)).isTrue();
        landing.countDown();
        assertThatThrownBy(failing::get).hasCause(failure);
        assertThat(isInRedis(LEASE_OF_ONE)).isFalse();
        assertThat(texts(read(there, List.of(ONE, TWO), now("value")))).containsOnlyKeys(ONE, TWO);
    }

    static Stream<Throwable> aBatchThatFailsGivesItsLeasesBackAndIsSharedByWhoWaits() {
        return Stream.of(new IllegalStateException("the source failed"), new StackOverflowError("of the source"));
    }

    private static RuntimeException raised(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private boolean isInRedis(String name) {
        try (Jedis redis = new Jedis(server.host(), server.port())) {
            return redis.exists(name);
        }
    }

    private Future<Map<CacheKey<String>, CachedValue>> slowly(
            OpenedCache process, List<CacheKey<String>> keys, String value) throws Exception {
        return begun(process, keys, after(landing, value));
    }

    /** A batch whose fetch has begun. */
    private Future<Map<CacheKey<String>, CachedValue>> begun(
            OpenedCache process,
            List<CacheKey<String>> keys,
            Function<Set<CacheKey<String>>, Map<CacheKey<String>, String>> source) {
        CountDownLatch fetching = new CountDownLatch(1);
        Future<Map<CacheKey<String>, CachedValue>> answer = threads.submit(() -> read(process, keys, missing -> {
            fetching.countDown();
            return source.apply(missing);
        }));
        await(fetching);
        return answer;
    }

    private void landOnceAskedFor(CacheKey<String> key) {
        Awaitility.await().until(() -> asked.contains(key));
        landing.countDown();
    }

    private Function<Set<CacheKey<String>>, Map<CacheKey<String>, String>> now(String value) {
        return after(new CountDownLatch(0), value);
    }

    private Function<Set<CacheKey<String>>, Map<CacheKey<String>, String>> after(CountDownLatch latch, String value) {
        return missing -> {
            asked.addAll(missing);
            await(latch);
            return missing.stream().collect(Collectors.toMap(Function.identity(), key -> value));
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<CacheKey<String>, CachedValue> read(
            OpenedCache process,
            List<CacheKey<String>> keys,
            Function<Set<CacheKey<String>>, Map<CacheKey<String>, String>> source) {
        return process.cache().getOrFetchAll(keys, LONG, source);
    }

    private static String one(OpenedCache process, CacheKey<String> key, String value) {
        return text(
                process.cache().getOrFetch(key, LONG, () -> Optional.of(value)).orElseThrow());
    }

    private OpenedCache opened(String... settings) {
        List<String> all = new ArrayList<>(List.of("failure-pause", "50ms"));
        all.addAll(List.of(settings));
        return new OpenedCache(server.port(), all.toArray(String[]::new));
    }

    private static Map<CacheKey<String>, String> texts(Map<CacheKey<String>, CachedValue> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> text(each.getValue())));
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }
}
