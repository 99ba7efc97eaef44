package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Delivery of jobs by RabbitMQ, or another broker that speaks AMQP 0-9-1. */
record RabbitJobQueue(JobPublisher publisher, QueueDepth depth) implements JobQueue {

    @Override
    public Collection<Dispatch> publish(QueueName queue, List<Dispatch> dispatches) {
        return publisher.publish(queue, dispatches);
    }

    @Override
    public OptionalLong depth(QueueName queue) {
        return depth.of(queue);
    }
}
