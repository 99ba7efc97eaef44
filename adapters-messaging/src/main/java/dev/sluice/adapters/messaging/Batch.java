package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitOperations;

/**
 * Dispatches on their way to the broker: all are sent before the first answer is waited for. A message costs the broker
 * about the same whether it carries one or several, so several share one where there are enough to keep workers busy.
 */
final class Batch {

    /** As many messages at least, if there are as many dispatches: different workers can take them. */
    private static final int SPREAD = 5;

    /** What a message carries at most. */
    static final int LARGEST_MESSAGE = 32;

    private final QueueName queue;
    private final Queue<List<Dispatch>> unsent = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();

    Batch(QueueName queue, List<Dispatch> dispatches) {
        this.queue = queue;
        int size = Math.clamp(dispatches.size() / SPREAD, 1, LARGEST_MESSAGE);
        for (int begin = 0; begin < dispatches.size(); begin += size) {
            unsent.add(dispatches.subList(begin, Math.min(begin + size, dispatches.size())));
        }
    }

    void send(RabbitOperations channel) {
        while (!unsent.isEmpty()) {
            // Taken out first: when sending it fails, nobody knows how far it got.
            List<Dispatch> dispatches = unsent.remove();
            // Its id is random: Qpid returns a message after its nack, perhaps when its dispatches are under way again.
            CorrelationData answer = new CorrelationData();
            channel.send(Topology.JOBS, queue.value(), message(dispatches), answer);
            sent.add(new Sent(dispatches, answer));
        }
    }

    private static Message message(List<Dispatch> dispatches) {
        return MessageBuilder.withBody(DispatchText.bytes(dispatches))
                .setContentType(MessageProperties.CONTENT_TYPE_TEXT_PLAIN)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
    }

    /** Those that the broker surely does not hold, known once it has answered for all or the time is up. */
    Collection<Dispatch> refused(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<Dispatch> refused = new ArrayList<>();
        unsent.forEach(refused::addAll);
        for (Sent one : sent) {
            if (one.isRefused(deadline)) {
                refused.addAll(one.dispatches());
            }
        }
        return refused;
    }

    private record Sent(List<Dispatch> dispatches, CorrelationData answer) {

        boolean isRefused(long deadline) {
            try {
                Confirm confirm = answer.getFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                // A negative answer with a reason is not the broker's: Spring gives it when the channel has closed.
                return answer.getReturned() != null || (!confirm.ack() && confirm.reason() == null);
            } catch (TimeoutException | ExecutionException unknown) {
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
