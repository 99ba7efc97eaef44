package dev.sluice.domain.job;

import java.util.Set;

/** What is not dispatched for now: queues, and job types by their names. */
public record Pauses(Set<QueueName> queues, Set<String> types) {

    public Pauses {
        queues = Set.copyOf(queues);
        types = Set.copyOf(types);
    }

    public boolean isEmpty() {
        return queues.isEmpty() && types.isEmpty();
    }
}
