package dev.sluice.adapters.messaging;

import dev.sluice.domain.metric.Metrics;
import java.util.Objects;
import java.util.Set;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Sending the events of jobs. Needs a bean of the type {@link Metrics}, and what {@link JobQueueConfiguration} needs
 * but for the queues, since what tells events is needed by what they are made of.
 */
@Configuration(proxyBeanMethods = false)
@Import(JobQueueConfiguration.class)
public class JobEventTellingConfiguration {

    /** On a connection of its own, as jobs are published, of which the exchange is all that is declared. */
    @Bean(initMethod = "start")
    RabbitJobEvents jobEvents(CachingConnectionFactory connections, Reachability broker, Metrics metrics) {
        ConnectionFactory publishing =
                Objects.requireNonNull(connections.getPublisherConnectionFactory(), "connections to publish on");
        PublisherAlarm alarm = new PublisherAlarm();
        publishing.addConnectionListener(alarm);
        publishing.addConnectionListener(new Topology(Set.of()));
        return new RabbitJobEvents(publishing, alarm, broker, metrics);
    }
}
