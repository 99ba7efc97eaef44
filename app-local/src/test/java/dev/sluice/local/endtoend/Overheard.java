package dev.sluice.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/** A copy of each message that goes through the broker from now on. */
final class Overheard implements AutoCloseable {

    private static final List<String> FANOUTS = List.of("sluice.wake", "sluice.job-events");

    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final Connection connection;

    Overheard(OrdersQueue broker, Collection<String> jobQueues) throws IOException, TimeoutException {
        connection = broker.connect();
        Channel channel = connection.createChannel();
        String queue = channel.queueDeclare().getQueue();
        for (String jobs : jobQueues) {
            channel.queueBind(queue, OrdersQueue.EXCHANGE, jobs);
        }
        for (String fanout : FANOUTS) {
            channel.queueBind(queue, fanout, "");
        }
        channel.basicConsume(
                queue,
                true,
                (tag, message) -> messages.add(message.getProperties() + " " + new String(message.getBody(), UTF_8)),
                tag -> {});
    }

    /** Properties and contents, oldest first. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        connection.abort();
    }
}
