package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.Delivery;
import dev.sluice.application.job.event.JobEventHub;
import dev.sluice.domain.metric.Metrics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes events on to those who listen in this process, through a queue that lives as long as the connection. Where
 * messages are missing it says so.
 */
final class JobEventFeed implements Feed {

    private static final int PREFETCH = 50;

    /** A process that does not keep up loses the oldest messages, and the broker no memory. */
    private static final Map<String, Object> ARGUMENTS = Map.of("x-max-length", 1_000);

    private final JobEventHub hub;
    private final Metrics metrics;
    private final JobEventNumbers numbers = new JobEventNumbers();

    JobEventFeed(JobEventHub hub, Metrics metrics) {
        this.hub = hub;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "job-events-heard";
    }

    /** The broker names the queue, as that of {@link WakeUpFeed}. What was told before it was bound is lost. */
    @Override
    public void subscribe(Channel channel, Consumer consumer) throws IOException {
        String queue = channel.queueDeclare("", false, true, true, ARGUMENTS).getQueue();
        channel.queueBind(queue, Topology.JOB_EVENTS, "");
        channel.basicQos(PREFETCH);
        channel.basicConsume(queue, false, consumer);
        numbers.forget();
        hub.passGap();
    }

    @Override
    public void receive(Channel channel, Deliveries deliveries) throws IOException, InterruptedException {
        List<Delivery> messages = deliveries.next(PREFETCH);
        if (hub.isIdle()) {
            numbers.forget();
        } else {
            messages.forEach(message -> pass(JobEventText.read(message.getBody())));
        }
        channel.basicAck(messages.getLast().getEnvelope().getDeliveryTag(), true);
    }

    /** An unreadable batch is missed by its number when the next one comes. */
    private void pass(Optional<JobEventBatch> read) {
        if (read.isEmpty()) {
            metrics.count("job.event.batches", "outcome", "unreadable");
            return;
        }
        JobEventBatch batch = read.get();
        if (numbers.leavesGap(batch)) {
            hub.passGap();
        }
        hub.pass(batch.events());
    }
}
