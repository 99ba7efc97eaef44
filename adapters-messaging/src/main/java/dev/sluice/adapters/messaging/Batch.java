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

/** Dispatches on their way to the broker: all are sent before the first answer is waited for. */
final class Batch {

    private final QueueName queue;
    private final Queue<Dispatch> unsent;
    private final List<Sent> sent = new ArrayList<>();

    Batch(QueueName queue, Collection<Dispatch> dispatches) {
        this.queue = queue;
        this.unsent = new ArrayDeque<>(dispatches);
    }

    void send(RabbitOperations channel) {
        while (!unsent.isEmpty()) {
            // Taken out first: when sending it fails, nobody knows how far it got.
            Dispatch dispatch = unsent.remove();
            // Its id is random: Qpid returns a message after its nack, perhaps when the dispatch is under way again.
            CorrelationData answer = new CorrelationData();
            channel.send(Topology.JOBS, queue.value(), message(dispatch), answer);
            sent.add(new Sent(dispatch, answer));
        }
    }

    private static Message message(Dispatch dispatch) {
        return MessageBuilder.withBody(DispatchText.bytes(dispatch))
                .setContentType(MessageProperties.CONTENT_TYPE_TEXT_PLAIN)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
    }

    /** Those that the broker surely does not hold, known once it has answered for all or the time is up. */
    Collection<Dispatch> refused(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<Dispatch> refused = new ArrayList<>(unsent);
        for (Sent one : sent) {
            if (one.isRefused(deadline)) {
                refused.add(one.dispatch());
            }
        }
        return refused;
    }

    private record Sent(Dispatch dispatch, CorrelationData answer) {

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
