package dev.sluice.adapters.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the broker has delivered on a channel and nobody has taken yet. It parts whoever takes, and may wait for long
 * with each, from the client's threads, which must never wait.
 */
final class Deliveries extends DefaultConsumer {

    /** Holds no more than the prefetch allows; empty marks the end. */
    private final BlockingQueue<Optional<Delivery>> waiting = new LinkedBlockingQueue<>();

    Deliveries(Channel channel) {
        super(channel);
    }

    @Override
    public void handleDelivery(String consumerTag, Envelope envelope, BasicProperties properties, byte[] body) {
        waiting.add(Optional.of(new Delivery(envelope, properties, body)));
    }

    /** The broker cancels a consumer whose queue is deleted. */
    @Override
    public void handleCancel(String consumerTag) {
        end();
    }

    @Override
    public void handleShutdownSignal(String consumerTag, ShutdownSignalException signal) {
        end();
    }

    /** What was not taken comes again, to this worker or another. */
    private void end() {
        waiting.clear();
        waiting.add(Optional.empty());
    }

    /**
     * Waits for the next delivery; heartbeats bound how long a dead connection goes unnoticed.
     *
     * @throws IOException if there will be no more
     */
    Delivery next() throws IOException, InterruptedException {
        return waiting.take().orElseThrow(() -> new EOFException("the broker has ended the subscription"));
    }
}
