package dev.sluice.bench.job;

import dev.sluice.adapters.messaging.JobQueueConfiguration;
import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an API needs to enqueue jobs, and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PersistenceConfiguration.class, JobQueueConfiguration.class})
class ProducerConfiguration {

    @Bean
    Set<QueueName> queues() {
        return Set.of();
    }

    @Bean
    Producer producer(Transactions transactions, JdbcTemplate jdbc, Jobs jobs, WakeUps wakeUps) {
        return new Producer(transactions, jdbc, jobs, wakeUps, new Ids(InstantSource.system()));
    }
}
