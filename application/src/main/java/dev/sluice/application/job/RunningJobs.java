package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempts under way in this worker, each of which can be interrupted. Safe for use by many threads. */
public final class RunningJobs {

    private final LongSupplier nanoTime;
    private final Map<Dispatch, Attempt> attempts = new ConcurrentHashMap<>();
    private final Map<QueueName, Integer> begun = new HashMap<>();

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    public RunningJobs(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Why an attempt is interrupted. */
    enum Stop {
        TIME_LIMIT,
        CLAIM_LOST,
        LEASE_LAPSED,
        SHUTDOWN;

        /** Whether the job goes back as if the attempt had never begun. */
        boolean handsBack() {
            return this == LEASE_LAPSED || this == SHUTDOWN;
        }
    }

    /** Counts an attempt as under way, from now and on this thread. Its time begins to run. */
    Attempt begin(ClaimedJob job, WorkerId claimant) {
        Attempt attempt = new Attempt(Thread.currentThread(), job, claimant, nanoTime);
        attempts.put(job.dispatch(), attempt);
        synchronized (begun) {
            begun.merge(job.queue(), 1, Integer::sum);
        }
        return attempt;
    }

    /** How many attempts of each queue have begun since this was last asked. */
    Map<QueueName, Integer> newlyBegun() {
        synchronized (begun) {
            Map<QueueName, Integer> counts = Map.copyOf(begun);
            begun.clear();
            return counts;
        }
    }

    /** Forgets an attempt once it is settled. */
    void end(Dispatch dispatch) {
        attempts.remove(dispatch);
    }

    Set<Dispatch> dispatches() {
        return Set.copyOf(attempts.keySet());
    }

    /** The jobs whose attempts have not ended. */
    List<ClaimedJob> unfinished() {
        return attempts.values().stream()
                .filter(attempt -> !attempt.isOver())
                .map(attempt -> attempt.job)
                .toList();
    }

    void stop(Collection<Dispatch> lost) {
        stopEach(attempt -> lost.contains(attempt.job.dispatch()), Stop.CLAIM_LOST);
    }

    void stopClaimsOf(WorkerId claimant) {
        stopEach(attempt -> attempt.claimant.equals(claimant), Stop.LEASE_LAPSED);
    }

    void stopAll() {
        stopEach(attempt -> true, Stop.SHUTDOWN);
    }

    /**
     * Interrupts the attempts whose time limit is over.
     *
     * @return false: the next look can wait
     */
    boolean stopOverdue() {
        long now = nanoTime.getAsLong();
        stopEach(attempt -> now - attempt.begunAt > attempt.job.timeLimit().toNanos(), Stop.TIME_LIMIT);
        return false;
    }

    private void stopEach(Predicate<Attempt> which, Stop stop) {
        attempts.values().stream().filter(which).forEach(attempt -> attempt.stop(stop));
    }

    /** One attempt on its thread. */
    static final class Attempt {

        private final Thread thread;
        private final ClaimedJob job;
        private final WorkerId claimant;
        private final LongSupplier nanoTime;
        private final long begunAt;
        private Duration took = Duration.ZERO;
        private final Set<Stop> told = EnumSet.noneOf(Stop.class);
        private @Nullable Stop stopped;
        private boolean over;

        private Attempt(Thread thread, ClaimedJob job, WorkerId claimant, LongSupplier nanoTime) {
            this.thread = thread;
            this.job = job;
            this.claimant = claimant;
            this.nanoTime = nanoTime;
            this.begunAt = nanoTime.getAsLong();
        }

        /** Interrupts it, once for each reason: it may have swallowed an earlier interruption. The first reason counts. */
        synchronized void stop(Stop why) {
            if (!over && told.add(why)) {
                stopped = stopped == null ? why : stopped;
                thread.interrupt();
            }
        }

        private synchronized boolean isOver() {
            return over;
        }

        /** Runs it. An interruption is meant for the handler, not for what settles the job. */
        JobOutcome run(Supplier<JobOutcome> handler) {
            try {
                return handler.get();
            } finally {
                finish();
            }
        }

        private synchronized void finish() {
            over = true;
            took = Duration.ofNanos(nanoTime.getAsLong() - begunAt);
            Thread.interrupted();
        }

        /** How long the handler had it. */
        synchronized Duration took() {
            return took;
        }

        /** What came of it: an attempt that failed when it had been interrupted failed for that reason. */
        synchronized JobOutcome told(JobOutcome outcome) {
            return stopped == Stop.TIME_LIMIT && outcome instanceof JobOutcome.Retry
                    ? new JobOutcome.Retry("the time limit of " + job.timeLimit() + " is over")
                    : outcome;
        }

        /** Whether it was cut off for no fault of the job. */
        synchronized boolean goesBack(JobOutcome outcome) {
            return stopped != null && stopped.handsBack() && outcome instanceof JobOutcome.Retry;
        }
    }
}
