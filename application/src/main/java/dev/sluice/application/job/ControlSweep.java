package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One way through the jobs that an act is about, a batch to a transaction. */
final class ControlSweep {

    static final int BATCH = 200;

    private static final System.Logger LOG = System.getLogger(ControlSweep.class.getName());

    private final Transactions transactions;
    private final Jobs jobs;
    private final JobFollowers followers;
    private final WakeUps wakeUps;
    private final JobFilter filter;
    private final JobAct act;
    private @Nullable JobId reached;
    private int changed;

    ControlSweep(
            Transactions transactions,
            Jobs jobs,
            JobFollowers followers,
            WakeUps wakeUps,
            JobFilter filter,
            JobAct act) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.followers = followers;
        this.wakeUps = wakeUps;
        this.filter = filter;
        this.act = act;
    }

    /**
     * Changes that many jobs at most.
     *
     * @return whether it was stopped before
     */
    boolean run(int jobsAtMost, BooleanSupplier stopped) {
        int left = jobsAtMost;
        while (left > 0) {
            if (stopped.getAsBoolean()) {
                return true;
            }
            int size = Math.min(BATCH, left);
            left = goOn(size) ? left - size : 0;
        }
        return false;
    }

    int changed() {
        return changed;
    }

    /** @return whether more may follow */
    private boolean goOn(int size) {
        JobId begin = reached;
        try {
            return take(size);
        } catch (RuntimeException failure) {
            // One job that cannot be followed must not keep the others, and followers of one job never deadlock.
            reached = begin;
            return IntStream.range(0, size).allMatch(job -> takeOne());
        }
    }

    private boolean takeOne() {
        try {
            return take(1);
        } catch (RetryableFailure unanswered) {
            throw unanswered;
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "job {0} is left as it is: {1}",
                    reached,
                    failure.getClass().getName());
            return true;
        }
    }

    private boolean take(int size) {
        Batch batch = transactions.call(() -> change(jobs.pick(filter, act, reached, size)));
        changed += batch.changed();
        return batch.picked() == size;
    }

    /** How many jobs were picked for a transaction and how many it has changed. */
    private record Batch(int picked, int changed) {}

    private Batch change(List<JobId> picked) {
        if (picked.isEmpty()) {
            return new Batch(0, 0);
        }
        reached = picked.getLast();
        transactions.afterCommit(wakeUps::wakeDispatcher);
        return new Batch(picked.size(), apply(picked));
    }

    private int apply(List<JobId> picked) {
        return switch (act) {
            case JobAct.Retry retry -> follow(jobs.retry(picked), JobState.AVAILABLE);
            case JobAct.Cancel cancel -> follow(jobs.cancel(picked), JobState.CANCELLED);
            case JobAct.Promote promote ->
                jobs.reschedule(picked, new Start.Now()).size();
            case JobAct.Reschedule reschedule ->
                jobs.reschedule(picked, new Start.At(reschedule.at())).size();
        };
    }

    private int follow(List<ControlledJob> controlled, JobState state) {
        followers.follow(controlled, state);
        return controlled.size();
    }
}
