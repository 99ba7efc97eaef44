package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.embedded.redis.RedisCluster;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reads and writes in two processes while a replica in a cluster takes the place of its primary, and then that one's place
 * is taken by the first again. A replica may lack what its primary confirmed; nobody sees that.
 */
@Tag("processes")
@Timeout(120)
class ClusterFailoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private RedisCluster cluster;
    private List<OpenedCache> processes;
    private CacheRun run;

    @BeforeEach
    void start() {
        System.out.println("ClusterFailoverIT: seed " + seed);
        cluster = RedisCluster.startWithReplica();
        processes = List.of(opened(), opened());
        run = new CacheRun(processes, new Random(seed));
    }

    /** All its readers may fetch at a time: this run is not about how many do. */
    private OpenedCache opened() {
        return OpenedCache.on(cluster, "spare-fetches", "100", "failure-pause", "100ms", "timeout", "1s");
    }

    @AfterEach
    void stop() {
        processes.forEach(OpenedCache::close);
        cluster.close();
    }

    @Test
    void promotedReplicasServeNothingThatTheirPrimaryHadInvalidated() throws Exception {
        RedisServer first = cluster.nodes().getFirst();
        run.during(() -> {
            takeOver(first, cluster.replica());
            cluster.restartAsReplica(first);
            takeOver(cluster.replica(), first);
        });
        System.out.println("ClusterFailoverIT: " + run.counts());
        assertThat(run.mistakes()).isEmpty();
        assertThat(run.counts().getOrDefault("SHARED_HIT", new LongAdder()).sum())
                .isPositive();
        everyProcessRecovers();
    }

    private void takeOver(RedisServer primary, RedisServer replica) {
        run.writeMany();
        primary.stop();
        cluster.awaitPromotion(replica);
        everyProcessRecovers();
    }

    private void everyProcessRecovers() {
        for (int process = 0; process < processes.size(); process++) {
            int each = process;
            await().atMost(PATIENCE).until(() -> !processes.get(each).figures().isLeftAlone());
        }
    }
}
