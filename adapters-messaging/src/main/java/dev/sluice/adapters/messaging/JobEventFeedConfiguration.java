package dev.sluice.adapters.messaging;

import dev.sluice.application.job.event.JobEventHub;
import dev.sluice.domain.metric.Metrics;
import java.util.List;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Hearing the events of jobs from all processes, for those who listen in this one. Needs beans of the types {@link
 * JobEventHub} and {@link Metrics}, and what {@link JobQueueConfiguration} needs.
 */
@Configuration(proxyBeanMethods = false)
@Import(JobQueueConfiguration.class)
public class JobEventFeedConfiguration {

    @Bean
    JobConsumers jobEventConsumers(
            JobEventHub hub,
            Metrics metrics,
            CachingConnectionFactory connections,
            Topology topology,
            Reachability broker,
            MessagingProperties properties) {
        ConsumerChannels channels = new ConsumerChannels(connections, topology, broker);
        return new JobConsumers(List.of(
                new Subscription(new JobEventFeed(hub, metrics), channels, RetryPause.of(properties.retryPause()))));
    }
}
