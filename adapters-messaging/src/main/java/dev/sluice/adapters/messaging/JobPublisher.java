package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Publishes batches of dispatches and learns from the broker's confirms which of them it does not hold. */
final class JobPublisher {

    private final RabbitTemplate template;
    private final PublisherAlarm alarm;
    private final Reachability broker;
    private final Duration confirmTimeout;

    /** @param connections must have correlated confirms and returns switched on */
    JobPublisher(ConnectionFactory connections, PublisherAlarm alarm, Reachability broker, Duration confirmTimeout) {
        this.template = new RabbitTemplate(connections);
        this.template.setMandatory(true);
        this.template.setReturnsCallback(returned -> {
            // The batch finds the return beside the confirm; without a callback Spring would log each one.
        });
        this.alarm = alarm;
        this.broker = broker;
        this.confirmTimeout = confirmTimeout;
    }

    Collection<Dispatch> publish(QueueName queue, List<Dispatch> dispatches) {
        Batch batch = new Batch(queue, dispatches);
        if (!alarm.isRaised() && broker.isWorthTrying()) {
            send(batch);
        }
        return batch.refused(confirmTimeout);
    }

    /** One channel carries the batch; one taken per message would stay taken until its confirm. */
    private void send(Batch batch) {
        try {
            template.invoke(channel -> {
                batch.send(channel);
                return true;
            });
            broker.reached();
        } catch (AmqpException failure) {
            broker.missed(failure);
        }
    }
}
