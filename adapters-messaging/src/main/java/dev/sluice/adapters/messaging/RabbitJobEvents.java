package dev.sluice.adapters.messaging;

import dev.sluice.application.job.Loop;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobEvents;
import dev.sluice.domain.metric.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Sends events without making anybody wait: they are laid in a buffer, which a thread of its own empties several times
 * a second, many events to a message. What does not fit or cannot be sent is dropped, and the numbers of the batches
 * show it.
 */
final class RabbitJobEvents implements JobEvents, AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LARGEST_BATCH = 1_000;

    /** A second's worth at twice the speed that the engine is built for. */
    private static final int BUFFER = 20_000;

    private final RabbitTemplate template;
    private final PublisherAlarm alarm;
    private final Reachability broker;
    private final Metrics metrics;
    private final Loop sending = new Loop("job-events", PAUSE, this::sendNext);

    private final BlockingQueue<JobEvent> waiting = new ArrayBlockingQueue<>(BUFFER);
    private final AtomicBoolean overflown = new AtomicBoolean();

    private final UUID teller = UUID.randomUUID();
    private long number;
    private boolean lossUntold;

    /** @param connections must not be those that messages are consumed on, which a blocked publisher would block */
    RabbitJobEvents(ConnectionFactory connections, PublisherAlarm alarm, Reachability broker, Metrics metrics) {
        this.template = new RabbitTemplate(connections);
        this.alarm = alarm;
        this.broker = broker;
        this.metrics = metrics;
    }

    void start() {
        sending.start();
    }

    @Override
    public void publish(Collection<JobEvent> events) {
        for (JobEvent event : events) {
            if (!waiting.offer(event)) {
                overflown.set(true);
            }
        }
    }

    /** @return whether there is more to send at once */
    synchronized boolean sendNext() {
        List<JobEvent> next = new ArrayList<>();
        waiting.drainTo(next, LARGEST_BATCH);
        if (overflown.getAndSet(false)) {
            // A number is left out, as if the lost events had travelled under it.
            number++;
            lossUntold = true;
        }
        if (!next.isEmpty() || lossUntold) {
            number++;
            lossUntold = !isSent(new JobEventBatch(teller, number, next));
        }
        return next.size() == LARGEST_BATCH;
    }

    private boolean isSent(JobEventBatch batch) {
        if (alarm.isRaised() || !broker.isWorthTrying()) {
            return false;
        }
        try {
            template.send(Topology.JOB_EVENTS, "", message(batch));
            broker.reached();
            metrics.count("job.event.batches", "outcome", "sent");
            return true;
        } catch (AmqpException failure) {
            broker.missed(failure);
            metrics.count("job.event.batches", "outcome", "dropped");
            return false;
        }
    }

    private static Message message(JobEventBatch batch) {
        return MessageBuilder.withBody(JobEventText.bytes(batch))
                .setContentType(MessageProperties.CONTENT_TYPE_TEXT_PLAIN)
                .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                .build();
    }

    /** Sends what has been told before the process stops. */
    @Override
    public void close() {
        sending.close();
        while (sendNext()) {
            // There is more.
        }
    }
}
