package dev.sluice.adapters.messaging;

import dev.sluice.application.job.JobConsumption;
import dev.sluice.application.job.Worker;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.metric.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Consuming jobs and wake-ups in a worker, from the start of its context to the beginning of its stop. Needs beans of
 * the types {@link JobConsumption} and {@link Metrics}, and what {@link JobQueueConfiguration} needs.
 */
@Configuration(proxyBeanMethods = false)
@Import(JobQueueConfiguration.class)
public class JobConsumerConfiguration {

    /** Five times as long is well below what makes the dispatcher take a message for lost. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    @Bean
    JobConsumers jobConsumers(
            JobConsumption consumption,
            Metrics metrics,
            CachingConnectionFactory connections,
            Topology topology,
            Reachability broker,
            MessagingProperties properties) {
        topology.requireKnown(consumption.queues());
        ConsumerChannels channels = new ConsumerChannels(connections, topology, broker);
        return new JobConsumers(feeds(consumption, metrics).stream()
                .map(feed -> new Subscription(feed, channels, RetryPause.of(properties.retryPause())))
                .toList());
    }

    /** Part of a worker's readiness. */
    @Bean
    HealthIndicator jobConsumersHealthIndicator(JobConsumers consumers) {
        return () -> (consumers.areSubscribed() ? Health.up() : Health.down()).build();
    }

    private static List<Feed> feeds(JobConsumption consumption, Metrics metrics) {
        Worker worker = consumption.worker();
        List<Feed> feeds = new ArrayList<>();
        for (QueueName queue : consumption.queues()) {
            feeds.add(new JobFeed(queue, worker, metrics, PATIENCE));
        }
        feeds.add(new WakeUpFeed(consumption.wakeUp()));
        return feeds;
    }
}
