package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a process that was killed after its commit has not told the cache. */
@Tag("processes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InvalidationRepairIT {

    /** What is promised of a process that is warm. */
    private static final Duration PROMISE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Installation sluice;

    @BeforeAll
    void start() {
        sluice = Installation.start();
    }

    @AfterAll
    void stop() {
        sluice.close();
    }

    @Test
    void theApiTellsItWhereNoWorkerRuns() {
        sluice.killWorker();
        try {
            UUID creator = cachedCreator();
            assertRepairedInTime(creator);

            assertShownSoon(creator);
            assertThat(sluice.client().get("/actuator/prometheus").body()).contains("\ncache_repairs_total ");
        } finally {
            sluice.startWorker();
        }
    }

    @Test
    void aWorkerTellsItWhereNoApiRuns() {
        UUID creator = cachedCreator();
        sluice.killApi();
        try {
            assertRepairedInTime(creator);
        } finally {
            sluice.startApi();
        }
        assertShownSoon(creator);
    }

    private UUID cachedCreator() {
        UUID creator = sluice.client().addCreator("Older");
        assertThat(portfolio(creator)).contains("Older");
        return creator;
    }

    /** Several times: at first a process loads what it needs for that, and a busy machine may take its time with one. */
    private void assertRepairedInTime(UUID creator) {
        assertThat(Stream.of("New", "Newest", "Newer")
                        .map(name -> repairTime(creator, name))
                        .toList())
                .anyMatch(time -> time.compareTo(PROMISE) < 0);
    }

    private Duration repairTime(UUID creator, String name) {
        long begin = System.nanoTime();
        sluice.records().renameUntold(creator, name);
        Eventually.within(PATIENCE).until(this::isTold);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean isTold() {
        return sluice.records().untold() == 0;
    }

    /** Not at once, since the API may have the old value in memory for a moment, but before it would have run out. */
    private void assertShownSoon(UUID creator) {
        Eventually.within(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(portfolio(creator)).contains("Newer"));
    }

    private String portfolio(UUID creator) {
        return sluice.client().get("/v1/creators/" + creator + "/portfolio").body();
    }
}
