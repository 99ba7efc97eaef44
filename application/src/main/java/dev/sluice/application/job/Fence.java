package dev.sluice.application.job;

import dev.sluice.application.group.GroupCommit;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.LostClaimException;
import dev.sluice.domain.job.SharedStep;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Transactions that hold the claims of the attempts which write in them: they lock the jobs first, so that nothing commits
 * of an attempt that has lost its claim. Safe for use by many threads.
 */
final class Fence {

    private final JobClaims claims;
    private final Transactions transactions;
    private final Metrics metrics;
    private final Map<SharedStep<?, ?>, GroupCommit<?, ?>> groups = new ConcurrentHashMap<>();

    Fence(JobClaims claims, Transactions transactions, Metrics metrics) {
        this.claims = claims;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** An attempt that has come to a step; equal to no other, as what it brings along may be large. */
    private static final class Arrival<T> {

        private final Dispatch claim;
        private final T brought;

        Arrival(Dispatch claim, T brought) {
            this.claim = claim;
            this.brought = brought;
        }

        Dispatch claim() {
            return claim;
        }

        T brought() {
            return brought;
        }
    }

    /** @throws LostClaimException if the claim is lost */
    <T> T call(Dispatch claim, Supplier<T> work) {
        return transactions.call(() -> {
            if (!claims.lock(claim)) {
                throw new LostClaimException(claim);
            }
            return work.get();
        });
    }

    /**
     * Takes a step together with other attempts that are at it.
     *
     * @throws LostClaimException if the claim is lost
     */
    <T, R> R call(Dispatch claim, SharedStep<T, R> step, T brought) {
        return group(step).call(new Arrival<>(claim, brought));
    }

    @SuppressWarnings("unchecked") // A step is the key of no other group than its own.
    private <T, R> GroupCommit<Arrival<T>, R> group(SharedStep<T, R> step) {
        return (GroupCommit<Arrival<T>, R>) groups.computeIfAbsent(
                step,
                unmet -> new GroupCommit<Arrival<T>, R>(
                        all -> takeTogether(step, all),
                        alone -> takeAlone(step, alone),
                        // No more attempts wait than the worker has slots.
                        LineLimits.NONE,
                        metrics,
                        "job.groups.failed"));
    }

    /** @return nothing for those that have lost their claims, or whose jobs somebody else holds just now */
    private <T, R> Map<Arrival<T>, R> takeTogether(SharedStep<T, R> step, List<Arrival<T>> all) {
        return transactions.call(() -> {
            Set<Dispatch> held =
                    claims.lockFree(all.stream().map(Arrival::claim).toList());
            List<Arrival<T>> holding = all.stream()
                    .filter(arrival -> held.contains(arrival.claim()))
                    .toList();
            return holding.isEmpty() ? Map.of() : results(step, holding);
        });
    }

    private static <T, R> Map<Arrival<T>, R> results(SharedStep<T, R> step, List<Arrival<T>> holding) {
        List<R> results = step.take(holding.stream().map(Arrival::brought).toList());
        if (results.size() != holding.size()) {
            throw new IllegalStateException("a step has " + results.size() + " results for " + holding.size());
        }
        Map<Arrival<T>, R> found = new HashMap<>();
        for (int index = 0; index < holding.size(); index++) {
            found.put(holding.get(index), Objects.requireNonNull(results.get(index)));
        }
        return found;
    }

    private <T, R> R takeAlone(SharedStep<T, R> step, Arrival<T> alone) {
        return call(alone.claim(), () -> step.take(List.of(alone.brought())).getFirst());
    }
}
