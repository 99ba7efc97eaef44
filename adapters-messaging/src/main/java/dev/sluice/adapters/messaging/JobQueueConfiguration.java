package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import java.util.Set;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.amqp.autoconfigure.CachingConnectionFactoryConfigurer;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Publishing jobs and wake-ups. Needs Spring Boot's auto-configuration of RabbitMQ and one bean of the type {@code
 * Set<QueueName>}: the queues that the process publishes to and consumes from.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingProperties.class)
public class JobQueueConfiguration {

    private static final String PUBLISHING = "jobPublisherConnections";

    @Bean
    ConnectionFactoryCustomizer boundedWaits(MessagingProperties properties) {
        return new BoundedWaits(properties.replyTimeout());
    }

    @Bean
    Topology topology(Set<QueueName> queues) {
        return new Topology(queues);
    }

    @Bean
    Reachability brokerReachability(MessagingProperties properties) {
        return new Reachability(RetryPause.of(properties.retryPause()), System::nanoTime);
    }

    @Bean
    PublisherAlarm publisherAlarm() {
        return new PublisherAlarm();
    }

    /** A connection of its own, so that a broker which blocks publishers does not block acknowledgements. */
    @Bean(name = PUBLISHING, defaultCandidate = false)
    CachingConnectionFactory jobPublisherConnections(
            CachingConnectionFactory connections,
            CachingConnectionFactoryConfigurer configurer,
            Topology topology,
            PublisherAlarm alarm) {
        CachingConnectionFactory publishing = new CachingConnectionFactory(connections.getRabbitConnectionFactory());
        configurer.configure(publishing);
        publishing.setPublisherConfirmType(ConfirmType.CORRELATED);
        publishing.setPublisherReturns(true);
        publishing.addConnectionListener(alarm);
        publishing.addConnectionListener(topology);
        return publishing;
    }

    @Bean
    WakeUps wakeUps(
            @Qualifier(PUBLISHING) CachingConnectionFactory publishing, PublisherAlarm alarm, Reachability broker) {
        return new RabbitWakeUps(publishing, alarm, broker);
    }

    @Bean
    JobPublisher jobPublisher(
            @Qualifier(PUBLISHING) CachingConnectionFactory publishing,
            PublisherAlarm alarm,
            Reachability broker,
            MessagingProperties properties) {
        return new JobPublisher(publishing, alarm, broker, properties.confirmTimeout());
    }

    @Bean
    JobQueue jobQueue(
            JobPublisher publisher,
            CachingConnectionFactory connections,
            Topology topology,
            PublisherAlarm alarm,
            Reachability broker) {
        return new RabbitJobQueue(publisher, new QueueDepth(connections, topology, alarm, broker));
    }
}
