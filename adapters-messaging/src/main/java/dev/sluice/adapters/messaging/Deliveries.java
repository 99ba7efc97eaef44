package dev.sluice.adapters.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * What the broker has delivered on a channel and nobody has taken yet. It parts whoever takes, and may wait for long
 * with each, from the client's threads, which must never wait.
 */
final class Deliveries extends DefaultConsumer {

    /** Holds no more than the prefetch allows; empty marks the end. */
    private final BlockingQueue<Optional<Delivery>> waiting = new LinkedBlockingQueue<>();

    private final Semaphore cancelled = new Semaphore(0);

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

    @Override
    public void handleCancelOk(String consumerTag) {
        cancelled.release();
    }

    /** What was not taken comes again, to this worker or another. */
    private void end() {
        waiting.clear();
        waiting.add(Optional.empty());
        cancelled.release();
    }

    /**
     * Waits for the next deliveries; heartbeats bound how long a dead connection goes unnoticed.
     *
     * @return at least one
     * @throws IOException if there will be no more
     */
    List<Delivery> next(int most) throws IOException, InterruptedException {
        List<Optional<Delivery>> next = new ArrayList<>();
        next.add(waiting.take());
        waiting.drainTo(next, most - 1);
        return opened(next);
    }

    /**
     * Waits until the broker has answered that it sends no more, and takes what has come before.
     *
     * @throws IOException if the subscription has ended for good
     */
    List<Delivery> rest() throws IOException, InterruptedException {
        cancelled.acquire();
        List<Optional<Delivery>> rest = new ArrayList<>();
        waiting.drainTo(rest);
        return opened(rest);
    }

    private static List<Delivery> opened(List<Optional<Delivery>> deliveries) throws IOException {
        if (deliveries.contains(Optional.<Delivery>empty())) {
            throw new EOFException("the broker has ended the subscription");
        }
        return deliveries.stream().flatMap(Optional::stream).toList();
    }
}
