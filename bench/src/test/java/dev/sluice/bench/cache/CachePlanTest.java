package dev.sluice.bench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bench.shop.DataSize;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachePlanTest {

    @Test
    void defaults() {
        assertThat(CachePlan.of(Map.of()))
                .isEqualTo(new CachePlan(3, DataSize.LARGE, 5_000, 50, 256, Duration.ofSeconds(10), 10_000));
    }

    @Test
    void fullMapping() {
        assertThat(CachePlan.of(Map.of(
                        "SLUICE_BENCH_ROUNDS", "1",
                        "SLUICE_BENCH_SIZE", "small",
                        "SLUICE_BENCH_READS", "2",
                        "SLUICE_BENCH_COLD_READS", "3",
                        "SLUICE_BENCH_CONNECTIONS", "4",
                        "SLUICE_BENCH_SECONDS", "5",
                        "SLUICE_BENCH_CALLERS", "6")))
                .isEqualTo(new CachePlan(1, DataSize.SMALL, 2, 3, 4, Duration.ofSeconds(5), 6));
    }
}
