package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reads, writes and rollbacks in three processes while Redis fails in all ways: nothing is served from memory for longer
 * than a second after its invalidation was acknowledged, nothing from Redis at all, nothing under another key's name, and
 * no read fails. The seed is printed; {@code -Dsluice.seed} sets it.
 */
@Timeout(300)
class RandomCacheRunIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What an installation has that says nothing else, so that one process gives Redis up as soon as those do. */
    private static final String[] DEPLOYED = {
        "connect-timeout", "200ms",
        "timeout", "200ms",
        "max-wait", "50ms",
        "budget", "250ms",
        "failure-pause", "1s",
        "fetch-wait", "3s"
    };

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private RedisServer server;
    private RepeatingProxy proxy;
    private List<OpenedCache> processes;
    private RandomFaults faults;
    private CacheRun run;

    @BeforeEach
    void start() {
        System.out.println("RandomCacheRunIT: seed " + seed);
        server = RedisServer.start();
        proxy = new RepeatingProxy(server.port());
        processes = List.of(
                opened(server.port(), DEPLOYED),
                opened(server.port(), "failure-pause", "50ms", "fetch-wait", "3s"),
                opened(proxy.port(), "failure-pause", "100ms", "fetch-wait", "300ms"));
        faults = new RandomFaults(server, proxy, new Random(random.nextLong()));
        run = new CacheRun(processes, random);
    }

    /** All its readers may fetch at a time: this run is not about how many do. */
    private OpenedCache opened(int port, String... settings) {
        List<String> all = new ArrayList<>(List.of("spare-fetches", "100"));
        all.addAll(List.of(settings));
        return new OpenedCache(port, all.toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        processes.forEach(OpenedCache::close);
        proxy.close();
        server.close();
    }

    @Test
    void everyKindOfFaultOnceMakesNoProcessServeWhatIsWrong() throws Exception {
        nothingWrongIsServedDuring(RandomFaults.Fault.values().length);
    }

    @Test
    @Tag("long")
    void aHundredFaultsMakeNoProcessServeWhatIsWrong() throws Exception {
        nothingWrongIsServedDuring(100);

        assertThat(failures(RedisFailureCause.LATE)).isPositive();
        assertThat(failures(RedisFailureCause.UNREACHABLE)).isPositive();
    }

    private void nothingWrongIsServedDuring(int number) throws Exception {
        run.during(() -> cause(number));
        Map<String, LongAdder> counts = run.counts();
        long late = failures(RedisFailureCause.LATE);
        long unreachable = failures(RedisFailureCause.UNREACHABLE);
        System.out.printf(
                "RandomCacheRunIT: %s %s late=%d unreachable=%d%n", counts, faults.counts(), late, unreachable);
        assertThat(run.mistakes()).isEmpty();
        assertThat(faults.counts()).containsOnlyKeys(RandomFaults.Fault.values());
        assertThat(counts).containsOnlyKeys(CacheRun.EVENTS);
        assertThat(counts.values()).allMatch(count -> count.sum() > 0);
        assertThat(proxy.repeated()).isPositive();
        // Which of the two a single fault brings about is a matter of milliseconds.
        assertThat(late + unreachable).isPositive();
        everyProcessRecovers();
    }

    /** How often Redis failed the process that gives it up soon. */
    private long failures(RedisFailureCause cause) {
        return Stream.of("read", "begin", "fill", "release", "invalidate")
                .mapToLong(operation -> processes
                        .getFirst()
                        .metrics()
                        .of("cache.failures", "operation", operation, "cause", cause.tag()))
                .sum();
    }

    private void everyProcessRecovers() {
        for (int process = 0; process < processes.size(); process++) {
            int each = process;
            await().atMost(PATIENCE).until(() -> run.isUpToDate(each));
            await().atMost(PATIENCE).until(() -> !processes.get(each).figures().isLeftAlone());
        }
        assertThat(run.mistakes()).isEmpty();
        assertThat(faults.keysWithoutTtl()).isEmpty();
    }

    private void cause(int number) {
        run.writeMany();
        for (int fault = 0; fault < number; fault++) {
            faults.elapse(600);
            assertThat(faults.keysWithoutTtl()).isEmpty();
            faults.causeNext();
        }
        faults.elapse(600);
    }
}
