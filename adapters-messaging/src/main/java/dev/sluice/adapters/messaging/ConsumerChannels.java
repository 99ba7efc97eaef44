package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** Opens channels to consume on, with all there to consume from. */
record ConsumerChannels(ConnectionFactory connections, Topology topology, Reachability broker) {

    Channel open() throws IOException {
        Connection connection = connect();
        topology.declareOn(connection);
        return Channels.open(connection);
    }

    private Connection connect() throws IOException {
        try {
            Connection connection = connections.createConnection();
            broker.reached();
            return connection;
        } catch (AmqpException failure) {
            broker.missed(failure);
            throw new BrokerOutOfReachException(failure);
        }
    }
}
