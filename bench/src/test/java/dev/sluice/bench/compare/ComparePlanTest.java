package dev.sluice.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.bench.shop.DataSize;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparePlanTest {

    @Test
    void defaults() {
        assertThat(ComparePlan.of(Map.of()))
                .isEqualTo(new ComparePlan(
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Topic.all(),
                        DataSize.LARGE,
                        20_000,
                        2_000,
                        50,
                        true));
    }

    @Test
    void fullMapping() {
        assertThat(ComparePlan.of(Map.of(
                        "SLUICE_BENCH_ROUNDS", "1",
                        "SLUICE_BENCH_SECONDS", "2",
                        "SLUICE_BENCH_WARM_UP", "3",
                        "SLUICE_BENCH_SCENARIOS", "cachedRead, overload",
                        "SLUICE_BENCH_SIZE", "small",
                        "SLUICE_BENCH_JOBS", "4",
                        "SLUICE_BENCH_FULL_JOBS", "5",
                        "SLUICE_BENCH_CONCURRENCY", "6",
                        "SLUICE_BENCH_PEER", "false")))
                .isEqualTo(new ComparePlan(
                        1,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Set.of(Topic.CACHED_READ, Topic.OVERLOAD),
                        DataSize.SMALL,
                        4,
                        5,
                        6,
                        false));
    }

    @Test
    void anUnknownScenarioIsRefusedWithTheNamesThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparePlan.of(Map.of("SLUICE_BENCH_SCENARIOS", "order,nonsense")))
                .withMessage(
                        "There is no scenario nonsense, but cachedRead, rowRead, overload, outage, stampede, start, drain,"
                                + " order");
    }
}
