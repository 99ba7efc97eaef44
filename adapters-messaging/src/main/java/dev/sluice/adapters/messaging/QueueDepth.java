package dev.sluice.adapters.messaging;

import com.rabbitmq.client.ShutdownSignalException;
import dev.sluice.domain.job.QueueName;
import java.util.OptionalLong;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Asks the broker how many messages wait, on the connection that is never blocked because it never publishes. While the
 * broker blocks publishers it is not asked, so that no more is dispatched only to be refused.
 */
final class QueueDepth {

    private final ConnectionFactory connections;
    private final RabbitTemplate template;
    private final Topology topology;
    private final PublisherAlarm alarm;
    private final Reachability broker;

    QueueDepth(ConnectionFactory connections, Topology topology, PublisherAlarm alarm, Reachability broker) {
        this.connections = connections;
        this.template = new RabbitTemplate(connections);
        this.topology = topology;
        this.alarm = alarm;
        this.broker = broker;
    }

    OptionalLong of(QueueName queue) {
        if (alarm.isRaised() || !broker.isWorthTrying()) {
            return OptionalLong.empty();
        }
        try {
            int waiting = template.execute(channel ->
                    channel.queueDeclarePassive(Topology.nameOf(queue)).getMessageCount());
            broker.reached();
            return OptionalLong.of(waiting);
        } catch (AmqpException failure) {
            recover(failure);
            return OptionalLong.empty();
        }
    }

    private void recover(AmqpException failure) {
        if (isQueueMissing(failure)) {
            declare();
        } else {
            broker.missed(failure);
        }
    }

    private void declare() {
        try {
            topology.declareOn(connections.createConnection());
        } catch (AmqpException failure) {
            broker.missed(failure);
        }
    }

    private static boolean isQueueMissing(AmqpException failure) {
        return failure instanceof AmqpIOException
                && failure.getCause() != null
                && failure.getCause().getCause() instanceof ShutdownSignalException refusal
                && RabbitUtils.isPassiveDeclarationChannelClose(refusal);
    }
}
