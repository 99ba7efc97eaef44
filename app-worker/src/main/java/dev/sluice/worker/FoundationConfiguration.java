package dev.sluice.worker;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.metric.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
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
}
