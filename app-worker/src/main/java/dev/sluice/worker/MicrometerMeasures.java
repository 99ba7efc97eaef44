package dev.sluice.worker;

import dev.sluice.domain.metric.Measures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Measures as Micrometer's timers and gauges. */
final class MicrometerMeasures implements Measures {

    /** Bounds by which one tells a percentile, from an idle queue's wait to a long job. */
    private static final Duration[] BOUNDS = Stream.of(10, 50, 100, 500, 1_000, 5_000, 30_000, 60_000, 300_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Level>> levels = new ConcurrentHashMap<>();

    MicrometerMeasures(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void took(String timer, Duration span, String... tags) {
        timers.computeIfAbsent(new Series(timer, List.of(tags)), this::timer).record(span);
    }

    private Timer timer(Series series) {
        return Timer.builder(series.name())
                .tags(series.tags().toArray(String[]::new))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** A timer by its name and tags: looking it up costs less than describing it to the registry for each job. */
    private record Series(String name, List<String> tags) {}

    @Override
    public void levels(String gauge, String unit, String tag, Map<String, ? extends Number> now) {
        Map<String, Level> shown = levels.computeIfAbsent(gauge, name -> new ConcurrentHashMap<>());
        shown.forEach((value, level) -> {
            if (!now.containsKey(value)) {
                shown.remove(value);
                registry.remove(level.gauge);
            }
        });
        now.forEach((value, level) -> {
            double first = level.doubleValue();
            shown.computeIfAbsent(value, name -> new Level(registry, gauge, unit, Tag.of(tag, name), first)).now =
                    first;
        });
    }

    /** What a gauge shows; the registry itself does not keep it. */
    private static final class Level {

        private final Gauge gauge;
        private volatile double now;

        Level(MeterRegistry registry, String name, String unit, Tag tag, double first) {
            now = first;
            gauge = Gauge.builder(name, this, level -> level.now)
                    .baseUnit(unit)
                    .tags(List.of(tag))
                    .register(registry);
        }
    }
}
