package dev.sluice.application.job;

import dev.sluice.domain.job.QueueName;
import java.util.Set;

/**
 * What a worker process consumes and who deals with it.
 *
 * @param queues the queues it takes jobs from
 * @param worker takes the jobs
 * @param wakeUp is run for each wake-up of the dispatcher that arrives; must not block
 */
public record JobConsumption(Set<QueueName> queues, Worker worker, Runnable wakeUp) {

    public JobConsumption {
        queues = Set.copyOf(queues);
        if (queues.isEmpty()) {
            throw new IllegalArgumentException("a worker consumes from at least one queue");
        }
    }
}
