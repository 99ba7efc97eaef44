package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.JobEvent;
import java.util.List;
import java.util.UUID;

/**
 * Events that travel together.
 *
 * @param teller who tells them: a process, which has another id each time it starts
 * @param number grows by one from batch to batch of a teller, and by more where events were lost
 */
record JobEventBatch(UUID teller, long number, List<JobEvent> events) {

    JobEventBatch {
        events = List.copyOf(events);
    }
}
