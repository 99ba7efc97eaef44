package dev.sluice.application.job;

import dev.sluice.domain.job.QueueName;
import java.util.Set;

/**
 * The queues that a worker watches.
 *
 * @param all all there are
 * @param served those that it serves itself
 */
public record WatchedQueues(Set<QueueName> all, Set<QueueName> served) {

    public WatchedQueues {
        all = Set.copyOf(all);
        served = Set.copyOf(served);
        if (!all.containsAll(served)) {
            throw new IllegalArgumentException("a worker serves queues that there are");
        }
    }
}
