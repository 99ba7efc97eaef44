package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.embedded.broker.BrokerProduct;
import dev.sluice.embedded.broker.RabbitMqNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/** How a queue is declared, and one that is full long before its bound, which is far above any window; Qpid knows neither. */
@Tag("processes")
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("nodes")
class FullQueueIT {

    private static final int LONGEST = 3;

    private final QueueName queue = TestProcess.newQueue();
    private final RabbitMqNode node;
    private final ConfigurableApplicationContext process;

    FullQueueIT(RabbitMqNode node) {
        this.node = node;
        this.process = TestProcess.publishing(node, queue);
    }

    static Stream<RabbitMqNode> nodes() {
        return BrokerProduct.available().stream()
                .filter(BrokerProduct.RABBITMQ::equals)
                .map(product -> (RabbitMqNode) product.start());
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    void aFullQueueRefusesWhatComesAndKeepsWhatWaits() throws Exception {
        patiently()
                .until(() -> jobs().publish(queue, dispatches(0)).isEmpty()
                        && jobs().depth(queue).isPresent());
        node.limitLength(Topology.nameOf(queue), LONGEST);
        patiently().until(() -> !jobs().publish(queue, dispatches(1)).isEmpty());
        long waiting = jobs().depth(queue).orElseThrow();
        List<Dispatch> batch = dispatches(2);

        Collection<Dispatch> refused = jobs().publish(queue, batch);

        assertThat(refused).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(jobs().depth(queue)).hasValue(waiting);
        assertThat(waiting).isGreaterThanOrEqualTo(LONGEST);

        empty();
        patiently().until(() -> jobs().publish(queue, batch).isEmpty());
    }

    /** A broker refuses to declare a queue again with other arguments than it has, those included that it has not. */
    @Test
    void whatWaitsIsKeptOnSeveralNodesAndNeitherAgesNorMoves() throws Exception {
        patiently().until(() -> jobs().depth(queue).isPresent());
        Map<String, Object> arguments =
                Map.of("x-queue-type", "quorum", "x-overflow", "reject-publish", "x-max-length", 100_000);
        declareAgain(arguments);

        for (String other : List.of("x-message-ttl", "x-expires", "x-delivery-limit")) {
            Map<String, Object> more = new HashMap<>(arguments);
            more.put(other, 60_000);
            assertThatIOException().as(other).isThrownBy(() -> declareAgain(more));
        }
        Map<String, Object> more = new HashMap<>(arguments);
        more.put("x-dead-letter-exchange", "");
        assertThatIOException().isThrownBy(() -> declareAgain(more));
    }

    private void declareAgain(Map<String, Object> arguments) throws Exception {
        try (Connection connection = TestProcess.connect(process);
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(Topology.nameOf(queue), true, false, false, arguments);
        }
    }

    private void empty() throws Exception {
        try (Connection connection = TestProcess.connect(process);
                Channel channel = connection.createChannel()) {
            channel.queuePurge(Topology.nameOf(queue));
        }
    }

    private JobQueue jobs() {
        return process.getBean(JobQueue.class);
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
