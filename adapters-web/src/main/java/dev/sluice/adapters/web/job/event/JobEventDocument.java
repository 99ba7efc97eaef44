package dev.sluice.adapters.web.job.event;

import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.time.Instant;

/** That a job has come into a state, as it is answered. */
public record JobEventDocument(JobId jobId, String type, String queue, JobState state, int attempt, Instant at) {

    static JobEventDocument of(JobEvent event) {
        return new JobEventDocument(
                event.id(), event.type(), event.queue().value(), event.state(), event.attempt(), event.at());
    }
}
