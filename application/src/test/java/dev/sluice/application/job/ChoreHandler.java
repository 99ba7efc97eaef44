package dev.sluice.application.job;

import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;

/** Does chores as a test says. */
record ChoreHandler(Work work) implements JobHandler<Chore> {

    static ChoreHandler thatSucceeds() {
        return new ChoreHandler((chore, run) -> new JobOutcome.Done());
    }

    @Override
    public JobType<Chore> type() {
        return Chore.TYPE;
    }

    @Override
    public JobOutcome handle(Chore chore, JobRun run) throws InterruptedException {
        return work.handle(chore, run);
    }

    /** What to do with a chore. */
    interface Work {

        JobOutcome handle(Chore chore, JobRun run) throws InterruptedException;
    }
}
