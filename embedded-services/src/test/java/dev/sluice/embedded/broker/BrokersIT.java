package dev.sluice.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokersIT {
    private static final Map<String, Object> QUORUM =
            Map.of("x-queue-type", "quorum", "x-delivery-limit", 5, "x-dead-letter-exchange", "");

    static List<Broker> brokers() {
        return Brokers.available();
    }

    @ParameterizedTest
    @MethodSource("brokers")
    void aConfirmedMessageComesBackFromAQuorumQueue(Broker broker) throws Exception {
        try (var connection = connect(broker)) {
            publish(connection, "confirmed");

            assertThat(get(connection, "confirmed")).isEqualTo("confirmed");
        }
    }

    @ParameterizedTest
    @MethodSource("brokers")
    @Tag("processes")
    void aBrokerComesBackOnItsPortAndOnlyRabbitMqKeepsMessages(Broker broker) throws Exception {
        try (var connection = connect(broker)) {
            publish(connection, "restarted");
        }
        broker.stop();
        assertThat(LoopbackPort.accepts(broker.port())).isFalse();

        broker.restart();

        try (var connection = connect(broker);
                var channel = connection.createChannel()) {
            var queue = channel.queueDeclare("restarted", true, false, false, QUORUM);
            assertThat(queue.getMessageCount()).isEqualTo(broker.name().equals("RabbitMQ") ? 1 : 0);
        }
    }

    @Test
    void nothingListensAfterTheClose() {
        var broker = QpidBroker.start();
        broker.close();

        assertThat(LoopbackPort.accepts(broker.port())).isFalse();
    }

    private static void publish(Connection connection, String queue) throws Exception {
        try (var channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, QUORUM);
            channel.confirmSelect();
            byte[] body = queue.getBytes(StandardCharsets.UTF_8);
            channel.basicPublish("", queue, true, MessageProperties.PERSISTENT_BASIC, body);
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static String get(Connection connection, String queue) throws Exception {
        try (var channel = connection.createChannel()) {
            return new String(channel.basicGet(queue, true).getBody(), StandardCharsets.UTF_8);
        }
    }

    private static Connection connect(Broker broker) throws Exception {
        var factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }
}
