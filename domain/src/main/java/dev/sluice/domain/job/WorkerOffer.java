package dev.sluice.domain.job;

import java.util.Set;

/**
 * What a worker can do.
 *
 * @param queues the queues that it serves
 * @param slots how many jobs it runs at a time
 */
public record WorkerOffer(Set<QueueName> queues, int slots) {

    public WorkerOffer {
        queues = Set.copyOf(queues);
        if (queues.isEmpty()) {
            throw new IllegalArgumentException("a worker serves at least one queue");
        }
        if (slots < 1) {
            throw new IllegalArgumentException("a worker runs at least one job at a time");
        }
    }
}
