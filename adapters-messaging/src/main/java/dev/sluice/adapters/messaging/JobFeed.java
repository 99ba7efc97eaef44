package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.Delivery;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.metric.Metrics;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Passes dispatched jobs on to this worker and acknowledges each once it has been dealt with, whatever came of it. Nothing
 * is requeued: the record of jobs sends another message for a job that still needs one.
 *
 * @param prefetch how many deliveries may wait here
 */
record JobFeed(QueueName queue, int prefetch, Taker taker, Metrics metrics) implements Feed {

    private static final System.Logger LOG = System.getLogger(JobFeed.class.getName());

    @Override
    public String name() {
        return "jobs-" + queue.value();
    }

    @Override
    public void subscribe(Channel channel, Consumer consumer) throws IOException {
        channel.basicQos(prefetch);
        channel.basicConsume(Topology.nameOf(queue), false, consumer);
    }

    /** An interruption leaves the message unacknowledged, and so to another worker. */
    @Override
    public void receive(Channel channel, Delivery delivery) throws IOException, InterruptedException {
        Optional<Dispatch> dispatch = DispatchText.read(delivery.getBody());
        String outcome = dispatch.isPresent() ? take(dispatch.get()) : "unreadable";
        metrics.count("job.messages", "queue", queue.value(), "outcome", outcome);
        channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
    }

    private String take(Dispatch dispatch) throws InterruptedException {
        try {
            taker.take(dispatch);
            return "taken";
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    Level.WARNING,
                    "the message of job {0} is dropped: {1}",
                    dispatch.job().value(),
                    failure.getClass().getName());
            return "dropped";
        }
    }

    /** Who takes dispatched jobs. */
    interface Taker {

        /** Returns once the message is needed no more; may wait for a free slot. */
        void take(Dispatch dispatch) throws InterruptedException;
    }
}
