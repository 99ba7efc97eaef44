package dev.sluice.bench.job;

import static dev.sluice.adapters.persistence.job.JobConfiguration.RECORDED_JOBS;

import dev.sluice.adapters.messaging.JobEventTellingConfiguration;
import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.application.job.event.CommittedEvents;
import dev.sluice.application.job.event.ObservedJobs;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobEvents;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an API needs to enqueue jobs, and nothing else: the record, events of its changes and wake-ups. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PersistenceConfiguration.class, JobEventTellingConfiguration.class})
class ProducerConfiguration {

    private final InstantSource clock = InstantSource.system();

    @Bean
    Set<QueueName> queues() {
        return Set.of();
    }

    @Bean
    Metrics metrics(MeterRegistry registry) {
        return (times, counter, tags) -> registry.counter(counter, tags).increment(times);
    }

    @Bean
    Jobs jobs(@Qualifier(RECORDED_JOBS) Jobs recorded, Transactions transactions, JobEvents events) {
        return new ObservedJobs(recorded, new CommittedEvents(transactions, events, clock));
    }

    @Bean
    Producer producer(Transactions transactions, JdbcTemplate jdbc, Jobs jobs, WakeUps wakeUps) {
        return new Producer(transactions, jdbc, jobs, wakeUps, new Ids(clock));
    }
}
