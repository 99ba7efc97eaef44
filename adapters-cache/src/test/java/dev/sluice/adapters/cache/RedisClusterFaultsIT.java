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
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.embedded.redis.RedisCluster;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** What processes see of a Redis cluster, of each other through it, and of its faults. */
@Tag("processes")
@Timeout(60)
class RedisClusterFaultsIT {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static final CacheRegion<String> REMEMBERED =
            new CacheRegion<>("remembered", String.class, CachePolicy.of(LONG).withLocal(1 << 20, LONG));
    /** Nothing stays in memory, which would serve it while Redis fails. */
    private static final CacheRegion<String> SHARED =
            new CacheRegion<>("shared", String.class, CachePolicy.of(LONG).withLocal(0, Duration.ZERO));

    private static RedisCluster cluster;

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start();
    }

    /** A server that was restarted or hung serves only after a while. */
    @BeforeEach
    void settle() {
        cluster.awaitService();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void valuesAreSpreadOverAllServersAndFoundAgain() {
        // What is stored before the first beat of an epoch is not believed after it.
        try (OpenedCache opened = open().listening()) {
            for (int number = 0; number < 100; number++) {
                assertThat(read(opened, key(number), "value").status()).isEqualTo(MISS);
                assertThat(read(opened, key(number), "other").status()).isEqualTo(SHARED_HIT);
            }
            assertThat(unreachable(opened)).isZero();
        }
        assertThat(cluster.nodes()).allSatisfy(node -> assertThat(values(node)).isGreaterThan(10));
    }

    @Test
    void serversThatForgotTheScriptsLearnThemAgain() {
        // What is stored before the first beat of an epoch is not believed after it.
        try (OpenedCache opened = open().listening()) {
            read(opened, key(1), "value");
            cluster.nodes().forEach(node -> administer(node, Jedis::scriptFlush));
            assertThat(read(opened, key(1), "other").status()).isEqualTo(SHARED_HIT);
            assertThat(unreachable(opened)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "tag", "region"})
    void anInvalidationReachesTheMemoryOfAllProcessesWhereverTheValueLies(String what) {
        try (OpenedCache here = open();
                OpenedCache there = open()) {
            List<CacheKey<String>> keys = Stream.iterate(0, number -> number < 20, number -> number + 1)
                    .map(number -> REMEMBERED.key("public", id + number, "tag"))
                    .toList();
            inMemories(keys, here, there);
            Stream<Invalidation> invalidations = switch (what) {
                case "value" -> keys.stream().map(CacheKey::invalidation);
                case "tag" -> Stream.of(new Invalidation.Tag("tag"));
                default -> Stream.of(new Invalidation.Region(REMEMBERED.name()));
            };
            invalidations.forEach(here.invalidations()::invalidate);
            assertThat(keys).allMatch(key -> text(read(here, key, "new")).equals("new"));
            await().until(() ->
                    keys.stream().allMatch(key -> text(read(there, key, "none")).equals("new")));
        }
    }

    @Test
    void aProcessStartsWithoutAnyServerAndFindsThemLater() {
        cluster.stop();
        try (OpenedCache opened = open()) {
            assertThat(read(opened, key(1), "value").status()).isEqualTo(BYPASS);
            cluster.restart();
            await().until(() -> read(opened, key(1), "value").status() == SHARED_HIT);
            opened.invalidations().invalidate(key(1).invalidation());
            assertThat(text(read(opened, key(1), "new"))).isEqualTo("new");
        }
    }

    @Test
    @Timeout(10)
    void nobodyWaitsForServersThatAllHang() {
        cluster.nodes().forEach(RedisServer::pause);
        try (OpenedCache opened =
                OpenedCache.on(cluster, "failure-pause", "50ms", "timeout", "200ms", "connect-timeout", "200ms")) {
            assertThat(read(opened, key(1), "value").status()).isEqualTo(BYPASS);
            cluster.nodes().forEach(RedisServer::resume);
            await().until(() -> read(opened, key(1), "value").status() == SHARED_HIT);
        } finally {
            cluster.nodes().forEach(RedisServer::resume);
        }
    }

    @Test
    @Timeout(10)
    void serversThatHangAreBypassedAndUsedAgainWhenTheyAnswer() {
        try (OpenedCache opened = open()) {
            read(opened, key(1), "value");
            cluster.nodes().forEach(RedisServer::pause);
            assertThat(read(opened, key(1), "other").status()).isEqualTo(BYPASS);
            assertThat(unreachable(opened)).isPositive();
            cluster.nodes().forEach(RedisServer::resume);
            await().until(() -> read(opened, key(1), "none").status() == SHARED_HIT);
        } finally {
            cluster.nodes().forEach(RedisServer::resume);
        }
    }

    /** There are more shards to attend to than connections to do it on, and a pool that is closed interrupts who waits. */
    @Test
    void dutiesThatWaitForAConnectionWhenTheCacheIsClosedEndQuietly() throws InterruptedException {
        Queue<Throwable> deaths = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, death) -> deaths.add(death));
        OpenedCache opened = OpenedCache.on(cluster, "failure-pause", "50ms", "timeout", "2s", "max-wait", "10s");
        try {
            opened.awaitNextBeat();
            cluster.nodes().forEach(RedisServer::pause);
            await().dontCatchUncaughtExceptions().until(() -> attending().size() > 10);
            List<Thread> attending = attending();
            opened.close();
            for (Thread duty : attending) {
                duty.join();
            }
            assertThat(deaths).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            cluster.nodes().forEach(RedisServer::resume);
        }
    }

    private static List<Thread> attending() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("cache-attend"))
                .toList();
    }

    @Test
    void aServerThatComesBackEmptyTakesTheMemoriesWithIt() {
        CacheKey<String> key = REMEMBERED.key("public", id);
        try (OpenedCache here = open();
                OpenedCache there = open()) {
            inMemories(List.of(key), here, there);
            owner(Shards.of(16).of(key.text())).restart();
            await().until(() -> text(read(here, key, "new")).equals("new"));
            await().until(() -> text(read(there, key, "new")).equals("new"));
        }
    }

    @Test
    void aServerThatIsDeadTakesOnlyItsOwnShardsWithIt() {
        RedisServer dead = cluster.nodes().getFirst();
        List<CacheKey<String>> others = Stream.iterate(0, number -> number + 1)
                .map(this::key)
                .filter(key -> owner(Shards.of(16).of(key.text())).port() != dead.port())
                .limit(20)
                .toList();
        CacheKey<String> own = Stream.iterate(0, number -> number + 1)
                .map(this::key)
                .filter(key -> owner(Shards.of(16).of(key.text())).port() == dead.port())
                .findFirst()
                .orElseThrow();
        try (OpenedCache opened = OpenedCache.on(cluster, "failure-pause", "1m", "timeout", "500ms")) {
            others.forEach(key -> read(opened, key, "value"));
            dead.pause();
            assertThat(read(opened, own, "own").status()).isEqualTo(BYPASS);
            assertThat(opened.figures().isLeftAlone()).isTrue();
            assertThat(others).allMatch(key -> read(opened, key, "other").status() == SHARED_HIT);
        } finally {
            dead.resume();
        }
    }

    @Test
    void aShardIsFollowedToTheServerThatItMovesTo() {
        CacheKey<String> key = key(1);
        Shard shard = Shards.of(16).of(key.text());
        try (OpenedCache opened = open()) {
            read(opened, key, "old");
            move(shard);
            await().until(() -> text(read(opened, key, "new")).equals("new"));
            await().until(() -> read(opened, key, "none").status() == SHARED_HIT);
            opened.invalidations().invalidate(key.invalidation());
            assertThat(text(read(opened, key, "newer"))).isEqualTo("newer");
            assertThat(unreachable(opened)).isZero();
        }
    }

    @Test
    void aClusterThatIsTakenForOneServerIsBypassed() {
        CacheKey<String> key = SHARED.key("public", id);
        RedisServer stranger = other(owner(new Shard(0)));
        try (OpenedCache opened = new OpenedCache(stranger.port())) {
            assertThat(read(opened, key, "value").status()).isEqualTo(BYPASS);
            assertThat(unreachable(opened)).isPositive();
        }
    }

    /** Patient with the first connections, which a cold JVM makes slowly, and with servers on a busy machine. */
    private static OpenedCache open() {
        return OpenedCache.on(cluster, "failure-pause", "50ms", "timeout", "1s", "max-wait", "1s", "budget", "10s");
    }

    private CacheKey<String> key(int number) {
        return SHARED.key("public", id + number);
    }

    private static CachedValue read(OpenedCache process, CacheKey<String> key, String fetched) {
        return process.cache().getOrFetch(key, LONG, () -> Optional.of(fetched)).orElseThrow();
    }

    /** For so long that all processes serve them only because they have heard that nothing was invalidated since. */
    private static void inMemories(List<CacheKey<String>> keys, OpenedCache... processes) {
        for (OpenedCache process : processes) {
            keys.forEach(key -> read(process, key, "old"));
        }
        await().until(() -> Stream.of(processes)
                        .mapToLong(process -> newOrElsewhere(process, keys))
                        .sum()
                == 0);
    }

    /** Reads all of them each time, so that all are taken into memory again whose marks have moved. */
    private static long newOrElsewhere(OpenedCache process, List<CacheKey<String>> keys) {
        return keys.stream()
                .filter(key -> !isOldInMemory(read(process, key, "none")))
                .count();
    }

    private static boolean isOldInMemory(CachedValue value) {
        return value.status() == LOCAL_HIT && value.age().toNanos() > InvalidationLog.TRUST_NANOS;
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }

    private static long unreachable(OpenedCache opened) {
        return Stream.of("read", "begin", "fill", "attend", "invalidate")
                .mapToLong(operation ->
                        opened.metrics().of("cache.failures", "operation", operation, "cause", "unreachable"))
                .sum();
    }

    private int values(RedisServer node) {
        return administer(node, redis -> redis.keys("*:value:shared:public:" + id + "*"))
                .size();
    }

    private static <T> T administer(RedisServer node, Function<Jedis, T> command) {
        try (Jedis redis = new Jedis(node.host(), node.port())) {
            return command.apply(redis);
        }
    }

    private static int slot(Shard shard) {
        return shard.slot();
    }

    private static RedisServer owner(Shard shard) {
        return cluster.nodes().stream()
                .filter(node -> owns(node, slot(shard)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean owns(RedisServer node, int slot) {
        String self = administer(node, Jedis::clusterMyId);
        return administer(node, Jedis::clusterShards).stream()
                .filter(part -> part.getNodes().stream()
                        .anyMatch(member -> member.getId().equals(self)))
                .flatMap(part -> part.getSlots().stream())
                .anyMatch(range -> (long) range.get(0) <= slot && slot <= (long) range.get(1));
    }

    private static RedisServer other(RedisServer node) {
        return cluster.nodes().stream()
                .filter(candidate -> candidate.port() != node.port())
                .findFirst()
                .orElseThrow();
    }

    /** Without what it holds: a server gives away only an empty slot at once. */
    private static void move(Shard shard) {
        RedisServer from = owner(shard);
        RedisServer to = other(from);
        String source = administer(from, Jedis::clusterMyId);
        String target = administer(to, Jedis::clusterMyId);
        int slot = slot(shard);
        administer(to, redis -> redis.clusterSetSlotImporting(slot, source));
        administer(from, redis -> redis.clusterSetSlotMigrating(slot, target));
        await().until(() -> administer(from, redis -> isEmptied(redis, slot)));
        administer(to, redis -> redis.clusterSetSlotNode(slot, target));
        administer(from, redis -> redis.clusterSetSlotNode(slot, target));
    }

    private static boolean isEmptied(Jedis redis, int slot) {
        redis.clusterGetKeysInSlot(slot, 1000).forEach(redis::del);
        return redis.clusterCountKeysInSlot(slot) == 0;
    }
}
