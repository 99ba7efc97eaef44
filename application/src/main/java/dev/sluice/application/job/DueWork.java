package dev.sluice.application.job;

import dev.sluice.domain.job.Backlog;
import dev.sluice.domain.job.Pauses;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Survey;
import dev.sluice.domain.job.Surveys;
import java.util.Set;

/** Tells whether a queue has work that could begin now: due, neither paused nor held back by a limit. */
public final class DueWork {

    private static final int LANES = 1_000;

    private final Dispatching parts;
    private final JobLimits limits;
    private final Surveys surveys;

    public DueWork(Dispatching parts, JobLimits limits) {
        this.parts = parts;
        this.limits = limits;
        this.surveys = parts.dispatches().surveys();
    }

    /** @param unnoticed whether jobs have been left lying though their time has come */
    boolean waits(QueueName queue, boolean unnoticed) {
        Survey survey = surveys.survey(Set.of(queue), LANES, 1);
        if (survey.pauses().queues().contains(queue)) {
            return false;
        }
        Backlog backlog = survey.backlog(queue);
        return unnoticed || backlog.unclaimed() > 0 || mayBeDispatched(queue, survey.pauses(), backlog);
    }

    private boolean mayBeDispatched(QueueName queue, Pauses pauses, Backlog backlog) {
        Allowance allowance = Allowance.of(queue, limits, backlog, parts.buckets());
        return backlog.waiting().stream()
                .map(Backlog.Waiting::lane)
                .anyMatch(lane -> !pauses.types().contains(lane.type()) && allowance.take(lane));
    }
}
