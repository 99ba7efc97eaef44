package dev.sluice.application.job.event;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobEvents;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells events once the transaction that caused them has committed.
 *
 * @param clock gives the events their times
 */
public record CommittedEvents(Transactions transactions, JobEvents events, InstantSource clock) {

    void tell(List<JobEvent> told) {
        if (!told.isEmpty()) {
            transactions.afterCommit(() -> events.publish(told));
        }
    }

    Instant now() {
        return clock.instant();
    }

    JobEvent event(JobId job, JobType<?> type, JobState state) {
        return new JobEvent(job, type.name(), type.queue(), state, 0, now());
    }

    JobEvent event(ControlledJob job) {
        return new JobEvent(job.id(), job.type(), job.queue(), job.state(), job.attempt(), now());
    }

    JobEvent event(ClaimedJob job, JobState state, int attempt) {
        return new JobEvent(job.dispatch().job(), job.type(), job.queue(), state, attempt, now());
    }
}
