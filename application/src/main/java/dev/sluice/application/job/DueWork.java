package dev.sluice.application.job;

import dev.sluice.domain.job.Backlog;
import dev.sluice.domain.job.Pauses;
import dev.sluice.domain.job.QueueName;

/** Tells whether a queue has work that could begin now: due, neither paused nor held back by a limit. */
public final class DueWork {

    private static final int LANES = 1_000;

    private final Dispatching parts;
    private final JobLimits limits;

    public DueWork(Dispatching parts, JobLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    /** What is not to begin for now. */
    Pauses pauses() {
        return parts.pauses().current();
    }

    boolean waits(QueueName queue, Pauses pauses) {
        if (pauses.queues().contains(queue)) {
            return false;
        }
        Backlog backlog = parts.dispatches().backlog(queue, LANES, 1);
        return backlog.unclaimed() > 0 || mayBeDispatched(queue, pauses, backlog);
    }

    private boolean mayBeDispatched(QueueName queue, Pauses pauses, Backlog backlog) {
        Allowance allowance = Allowance.of(queue, limits, backlog, parts.buckets());
        return backlog.waiting().stream()
                .map(Backlog.Waiting::lane)
                .anyMatch(lane -> !pauses.types().contains(lane.type()) && allowance.take(lane));
    }
}
