package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.BrokerProxy;
import dev.sluice.embedded.broker.Brokers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker whose answers never arrive, while what it is told does. */
@Tag("processes")
@ParameterizedClass
@MethodSource("brokers")
class SilentBrokerIT {

    private final QueueName queue = TestProcess.newQueue();
    private final BrokerProxy proxy;
    private final ConfigurableApplicationContext process;
    private final ConfigurableApplicationContext observer;

    SilentBrokerIT(Broker broker) {
        proxy = BrokerProxy.to(broker);
        process = TestProcess.publishing(broker, proxy, queue);
        observer = TestProcess.publishing(broker, queue);
    }

    static List<Broker> brokers() {
        return Brokers.available();
    }

    @AfterEach
    void stop() {
        process.close();
        observer.close();
        proxy.close();
    }

    @Test
    void whatIsNeverConfirmedIsUnknownAndNotRefused() {
        patiently().until(() -> jobs(process).publish(queue, dispatches(1)).isEmpty());
        patiently().until(this::isChannelOpen);
        proxy.silence();

        assertThat(jobs(process).publish(queue, dispatches(4))).isEmpty();

        patiently().until(() -> jobs(observer).depth(queue).equals(OptionalLong.of(5)));
    }

    @Test
    void aBrokerThatDoesNotAnswerHasNoDepthAndIsUsedAgainOnceItDoes() {
        patiently().until(() -> jobs(process).depth(queue).isPresent());
        proxy.silence();

        assertThat(jobs(process).depth(queue)).isEmpty();

        proxy.restore();
        patiently().until(() -> jobs(process).depth(queue).isPresent());
        patiently().until(() -> jobs(process).publish(queue, dispatches(1)).isEmpty());
    }

    /** Without one, nothing could be sent: opening it takes an answer. */
    private boolean isChannelOpen() {
        CachingConnectionFactory publishing =
                process.getBean("jobPublisherConnections", CachingConnectionFactory.class);
        return !"0".equals(publishing.getCacheProperties().getProperty("idleChannelsNotTx"));
    }

    private static JobQueue jobs(ConfigurableApplicationContext context) {
        return context.getBean(JobQueue.class);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static List<Dispatch> dispatches(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Dispatch(new JobId(UUID.randomUUID()), number))
                .toList();
    }
}
