package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.Delivery;
import dev.sluice.application.job.Worker;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.metric.Metrics;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes dispatched jobs on to this worker and acknowledges them once they have been dealt with, whatever came of it.
 * Nothing is requeued: the record of jobs sends another message for a job that still needs one. A worker that is busy
 * hands back what it has been sent and takes nothing more, so that idle workers get it.
 */
final class JobFeed implements Feed {

    /** Messages wait at most so many times the patience while slots do become free. */
    private static final int SLOTS_WAITED_FOR = 5;

    private static final System.Logger LOG = System.getLogger(JobFeed.class.getName());

    private final QueueName queue;
    private final Worker worker;
    private final Metrics metrics;
    private final Duration patience;
    private String consumerTag = "";

    /** @param patience how long messages wait here for a slot to become free */
    JobFeed(QueueName queue, Worker worker, Metrics metrics, Duration patience) {
        this.queue = queue;
        this.worker = worker;
        this.metrics = metrics;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "jobs-" + queue.value();
    }

    @Override
    public void subscribe(Channel channel, Consumer consumer) throws IOException {
        // Between one that fits messages full of jobs and one that fits single ones; what is too much goes back.
        channel.basicQos(Math.ceilDiv(worker.concurrency(), 4));
        consumerTag = channel.basicConsume(Topology.nameOf(queue), false, consumer);
    }

    /** An interruption leaves messages unacknowledged, and so to another worker. */
    @Override
    public void receive(Channel channel, Deliveries deliveries) throws IOException, InterruptedException {
        List<Delivery> batch = new ArrayList<>(deliveries.next(worker.concurrency()));
        List<Dispatch> surplus = new ArrayList<>(takeAll(dispatches(batch)));
        boolean busy = !surplus.isEmpty();
        if (busy) {
            channel.basicCancel(consumerTag);
            List<Delivery> rest = deliveries.rest();
            batch.addAll(rest);
            surplus.addAll(dispatches(rest));
            worker.handBack(surplus);
            count("handed back", surplus.size());
        }
        channel.basicAck(batch.getLast().getEnvelope().getDeliveryTag(), true);
        if (busy) {
            worker.awaitFreeSlot();
            subscribe(channel, deliveries);
        }
    }

    private List<Dispatch> dispatches(List<Delivery> batch) {
        List<List<Dispatch>> readable = batch.stream()
                .map(delivery -> DispatchText.read(delivery.getBody()))
                .filter(dispatches -> !dispatches.isEmpty())
                .toList();
        count("unreadable", batch.size() - readable.size());
        return readable.stream().flatMap(List::stream).toList();
    }

    /** @return those for which no slot has become free in time */
    private List<Dispatch> takeAll(List<Dispatch> dispatches) throws InterruptedException {
        long longest = patience.multipliedBy(SLOTS_WAITED_FOR).toNanos();
        long begun = System.nanoTime();
        List<Dispatch> before = List.of();
        List<Dispatch> left = dispatches;
        while (!left.isEmpty() && left.size() != before.size() && System.nanoTime() - begun < longest) {
            before = left;
            left = take(before);
        }
        return left;
    }

    private List<Dispatch> take(List<Dispatch> dispatches) throws InterruptedException {
        try {
            List<Dispatch> surplus = worker.take(dispatches, patience);
            count("taken", dispatches.size() - surplus.size());
            return surplus;
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    Level.WARNING,
                    "the messages of {0} jobs are dropped: {1}",
                    dispatches.size(),
                    failure.getClass().getName());
            count("dropped", dispatches.size());
            return List.of();
        }
    }

    private void count(String outcome, int messages) {
        metrics.count(messages, "job.messages", "queue", queue.value(), "outcome", outcome);
    }
}
