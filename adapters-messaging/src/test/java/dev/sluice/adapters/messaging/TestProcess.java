package dev.sluice.adapters.messaging;

import dev.sluice.application.job.JobConsumption;
import dev.sluice.application.job.event.JobEventHub;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.BrokerProxy;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** A process of the product, as far as messaging goes: a context wired as the deployables wire theirs. */
final class TestProcess {

    private TestProcess() {}

    /** A queue that no other test uses. */
    static QueueName newQueue() {
        return new QueueName(new Random()
                .ints(20, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
                .toString());
    }

    /** A process that only publishes, as the API. */
    static ConfigurableApplicationContext publishing(Broker broker, QueueName queue) {
        return start(Publishing.class, broker, queue, context -> {});
    }

    /** One that reaches the broker through a proxy, and does not wait long for what may never come. */
    static ConfigurableApplicationContext publishing(Broker broker, BrokerProxy proxy, QueueName queue) {
        return start(
                Publishing.class,
                broker,
                queue,
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "proxy",
                                Map.of(
                                        "spring.rabbitmq.port", proxy.port(),
                                        "sluice.messaging.reply-timeout", "500ms",
                                        "sluice.messaging.confirm-timeout", "1s"))));
    }

    /** A process that consumes too, as a worker. */
    static ConfigurableApplicationContext consuming(
            Broker broker, QueueName queue, JobConsumption consumption, Metrics metrics) {
        return start(Consuming.class, broker, queue, context -> {
            context.registerBean(JobConsumption.class, () -> consumption);
            context.registerBean(Metrics.class, () -> metrics);
        });
    }

    /** A process that tells events. */
    static ConfigurableApplicationContext telling(Broker broker, QueueName queue, Metrics metrics) {
        return start(Telling.class, broker, queue, context -> context.registerBean(Metrics.class, () -> metrics));
    }

    /** A process that passes on the events that it hears, as the API. */
    static ConfigurableApplicationContext hearing(Broker broker, QueueName queue, JobEventHub hub, Metrics metrics) {
        return start(Hearing.class, broker, queue, context -> {
            context.registerBean(JobEventHub.class, () -> hub);
            context.registerBean(Metrics.class, () -> metrics);
        });
    }

    static com.rabbitmq.client.Connection connect(ConfigurableApplicationContext context) throws Exception {
        return context.getBean(CachingConnectionFactory.class)
                .getRabbitConnectionFactory()
                .newConnection();
    }

    private static ConfigurableApplicationContext start(
            Class<?> parts, Broker broker, QueueName queue, Consumer<GenericApplicationContext> more) {
        return new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .initializers(context -> more.accept((GenericApplicationContext) context))
                .properties(Map.of(
                        "spring.rabbitmq.host", broker.host(),
                        "spring.rabbitmq.port", broker.port(),
                        "spring.rabbitmq.username", broker.username(),
                        "spring.rabbitmq.password", broker.password(),
                        "spring.rabbitmq.virtual-host", broker.virtualHost(),
                        "sluice.messaging.retry-pause", "50ms",
                        "test.queue", queue.value()))
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(RabbitAutoConfiguration.class)
    @Import(JobQueueConfiguration.class)
    static class Publishing {

        @Bean
        Set<QueueName> queues(Environment environment) {
            return Set.of(new QueueName(environment.getRequiredProperty("test.queue")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Publishing.class, JobConsumerConfiguration.class})
    static class Consuming {}

    @Configuration(proxyBeanMethods = false)
    @Import({Publishing.class, JobEventTellingConfiguration.class})
    static class Telling {}

    @Configuration(proxyBeanMethods = false)
    @Import({Publishing.class, JobEventFeedConfiguration.class})
    static class Hearing {}
}
