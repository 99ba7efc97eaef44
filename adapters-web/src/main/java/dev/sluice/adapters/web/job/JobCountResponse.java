package dev.sluice.adapters.web.job;

import dev.sluice.domain.job.JobCount;
import dev.sluice.domain.job.JobState;

/** How many jobs of a type are in a state. */
public record JobCountResponse(String queue, String type, JobState state, long jobs) {

    static JobCountResponse of(JobCount count) {
        return new JobCountResponse(count.queue().value(), count.type(), count.state(), count.jobs());
    }
}
