package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerMeasuresTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeasures measures = new MicrometerMeasures(registry);

    @Test
    void spansAddUpInATimerWithBounds() {
        measures.took("job.duration", Duration.ofSeconds(2), "type", "sweep");
        measures.took("job.duration", Duration.ofSeconds(3), "type", "sweep");
        measures.took("job.duration", Duration.ofSeconds(4), "type", "wash");
        Timer sweep = registry.get("job.duration").tag("type", "sweep").timer();
        assertThat(sweep.count()).isEqualTo(2);
        assertThat(sweep.totalTime(TimeUnit.SECONDS)).isEqualTo(5);
        assertThat(sweep.takeSnapshot().histogramCounts())
                .anySatisfy(bucket ->
                        assertThat(bucket.bucket(TimeUnit.MILLISECONDS)).isEqualTo(50));
    }

    @Test
    void aGaugeShowsTheLatestLevelOfEachValue() {
        levels(Map.of("orders", 1, "channels", 2));
        levels(Map.of("orders", 3, "channels", 2));
        assertThat(gauge("orders").value()).isEqualTo(3);
        assertThat(gauge("channels").value()).isEqualTo(2);
        assertThat(gauge("orders").getId().getBaseUnit()).isEqualTo("jobs");
    }

    @Test
    void whatIsNotNamedAnyMoreIsNotShownAnyMore() {
        levels(Map.of("orders", 1, "channels", 2));
        levels(Map.of("orders", 1));
        assertThat(registry.find("job.dispatch.window").gauges()).containsExactly(gauge("orders"));
        levels(Map.of());
        assertThat(registry.find("job.dispatch.window").gauges()).isEmpty();
        levels(Map.of("orders", 7));
        assertThat(gauge("orders").value()).isEqualTo(7);
    }

    private void levels(Map<String, Integer> now) {
        measures.levels("job.dispatch.window", "jobs", "queue", now);
    }

    private Gauge gauge(String queue) {
        return registry.get("job.dispatch.window").tag("queue", queue).gauge();
    }
}
