package dev.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void connectionsAreOpenedAtTheRateOfTheRequests() {
        OpenLoop loop = new OpenLoop(2_000, 500, Duration.ofSeconds(10));

        assertThat(loop.ramp()).isEqualTo(Duration.ofSeconds(4));
        assertThat(loop.arguments())
                .containsExactly(
                        "--clients", "2000",
                        "--requests", "8000",
                        "--rate", "50",
                        "--rate-period", "100ms",
                        "--rps", "0.250000",
                        "--connection-inactivity-timeout", "34s");
    }

    @Test
    void eachConnectionAsksOnceAtLeast() {
        assertThat(new OpenLoop(5_000, 100, Duration.ofSeconds(1)).requests()).isEqualTo(10_000);
        assertThat(new OpenLoop(10, 0.1, Duration.ofMillis(1)).requests()).isEqualTo(20);
    }
}
