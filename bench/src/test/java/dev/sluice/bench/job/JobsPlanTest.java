package dev.sluice.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsPlanTest {

    @Test
    void defaults() {
        assertThat(JobsPlan.of(Map.of()))
                .isEqualTo(
                        new JobsPlan(3, 20_000, 60_000, 16, 50, Duration.ofSeconds(20), StatusUpdate.FOLLOWED, true));
    }

    @Test
    void fullMapping() {
        assertThat(JobsPlan.of(Map.of(
                        "SLUICE_BENCH_ROUNDS", "1",
                        "SLUICE_BENCH_JOBS", "2",
                        "SLUICE_BENCH_WARM_UP", "3",
                        "SLUICE_BENCH_CLIENTS", "4",
                        "SLUICE_BENCH_CONCURRENCY", "5",
                        "SLUICE_BENCH_SECONDS", "6",
                        "SLUICE_BENCH_STATUS", "PLAIN",
                        "SLUICE_BENCH_PEER", "false")))
                .isEqualTo(new JobsPlan(1, 2, 3, 4, 5, Duration.ofSeconds(6), StatusUpdate.PLAIN, false));
    }
}
