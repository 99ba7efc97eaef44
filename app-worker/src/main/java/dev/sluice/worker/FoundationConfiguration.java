package dev.sluice.worker;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.load.DatabaseFigures;
import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.metric.Metrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every job stands on. */
@Configuration(proxyBeanMethods = false)
class FoundationConfiguration {

    @Bean
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }

    @Bean
    Metrics metrics(MeterRegistry registry) {
        return (times, counter, tags) -> registry.counter(counter, tags).increment(times);
    }

    @Bean
    Measures measures(MeterRegistry registry) {
        return new MicrometerMeasures(registry);
    }

    @Bean
    MeterBinder databaseGauges(DatabaseFigures figures) {
        return registry -> {
            Gauge.builder("database.connections.waiting", figures::waiting).register(registry);
            Gauge.builder("database.connections.taken", figures::inUse).register(registry);
            Gauge.builder("database.connections.capacity", figures::capacity).register(registry);
            Gauge.builder("database.cannot.connect", () -> figures.cannotConnect() ? 1 : 0)
                    .register(registry);
        };
    }
}
