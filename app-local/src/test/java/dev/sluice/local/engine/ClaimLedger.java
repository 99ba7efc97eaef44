package dev.sluice.local.engine;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.WorkerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What a test's workers were told about their claims, and what went wrong. Safe for use by many threads. */
final class ClaimLedger {

    private final Map<Dispatch, WorkerId> claimants = new ConcurrentHashMap<>();
    private final Map<JobId, Integer> finished = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** A claim has one claimant, under whatever name it was made. */
    void claimed(ClaimedJob job, WorkerId claimant) {
        WorkerId first = claimants.putIfAbsent(job.dispatch(), claimant);
        if (first != null && !first.equals(claimant)) {
            failures.add(new AssertionError(job.dispatch() + " was claimed by " + first + " and by " + claimant));
        }
    }

    void finished(Collection<Dispatch> dispatches) {
        dispatches.forEach(dispatch -> finished.merge(dispatch.job(), 1, Integer::sum));
    }

    void refused(int settlements) {
        refused.addAndGet(settlements);
    }

    /** Takes a step and notes its failure; what only wants to be tried again is none. */
    boolean watch(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RetryableFailure again) {
            return true;
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
            throw failure;
        }
    }

    boolean hasFailed() {
        return !failures.isEmpty();
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** How often each job was settled as finished by a claim that held. */
    Collection<Integer> finished() {
        return finished.values();
    }

    String told() {
        return claimants.size() + " starts, " + refused.get() + " settlements of lost claims";
    }
}
