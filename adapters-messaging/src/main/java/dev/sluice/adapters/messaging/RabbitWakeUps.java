package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.WakeUps;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Sends wake-ups without making anybody wait: one at most is on its way, on a thread of its own, and those asked for
 * meanwhile count as one more. Where many commit, one look of the dispatcher serves for them all.
 */
final class RabbitWakeUps implements WakeUps, AutoCloseable {

    /** A wake-up follows another no sooner than this. */
    private static final Duration SPACING = Duration.ofMillis(14);

    private final RabbitTemplate template;
    private final PublisherAlarm alarm;
    private final Reachability broker;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("dispatcher-wake-up").factory());

    RabbitWakeUps(ConnectionFactory connections, PublisherAlarm alarm, Reachability broker) {
        this.template = new RabbitTemplate(connections);
        this.alarm = alarm;
        this.broker = broker;
    }

    @Override
    public void wakeDispatcher() {
        if (wanted.compareAndSet(false, true)) {
            try {
                sender.execute(this::sendAndRest);
            } catch (RejectedExecutionException closed) {
                // The process stops; the dispatcher's next poll finds what there is to do.
            }
        }
    }

    private void sendAndRest() {
        try {
            send();
            Thread.sleep(SPACING);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        wanted.set(false);
        if (alarm.isRaised() || !broker.isWorthTrying()) {
            return;
        }
        try {
            template.send(Topology.WAKE_UPS, "", message());
            broker.reached();
        } catch (AmqpException failure) {
            broker.missed(failure);
        }
    }

    private static Message message() {
        return MessageBuilder.withBody(new byte[0])
                .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                .build();
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
