package dev.sluice.local.endtoend;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.sluice.embedded.broker.Broker;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The queue of orders at a broker, reached past the engine. */
record OrdersQueue(Broker broker) {

    static final String NAME = "sluice.jobs.orders";
    static final String EXCHANGE = "sluice.jobs";
    static final String ROUTING_KEY = "orders";

    private static final int LONGEST_WAIT_MILLIS = 2_000;

    /** The variables for processes that are to use this broker. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_RABBITMQ_HOST", broker.host(),
                "SPRING_RABBITMQ_PORT", Integer.toString(broker.port()),
                "SPRING_RABBITMQ_USERNAME", broker.username(),
                "SPRING_RABBITMQ_PASSWORD", broker.password(),
                "SPRING_RABBITMQ_VIRTUAL_HOST", broker.virtualHost());
    }

    Connection connect() throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        factory.setHandshakeTimeout(LONGEST_WAIT_MILLIS);
        factory.setChannelRpcTimeout(LONGEST_WAIT_MILLIS);
        return factory.newConnection();
    }
}
