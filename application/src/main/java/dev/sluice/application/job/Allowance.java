package dev.sluice.application.job;

import dev.sluice.application.job.JobLimits.Bound;
import dev.sluice.domain.job.Backlog;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Rate;
import dev.sluice.domain.job.TokenBuckets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How many jobs of a queue the limits let start now. Used by one thread, for one look at the queue. */
final class Allowance {

    private final QueueName queue;
    private final JobLimits limits;
    private final Map<String, Integer> room = new HashMap<>();
    private final Map<Bound, Integer> started = new HashMap<>();
    private final Map<Bound, Integer> surplus = new HashMap<>();

    private Allowance(QueueName queue, JobLimits limits) {
        this.queue = queue;
        this.limits = limits;
    }

    static Allowance of(QueueName queue, JobLimits limits, Backlog backlog, TokenBuckets buckets) {
        Allowance allowance = new Allowance(queue, limits);
        Set<Bound> bounds = new HashSet<>();
        backlog.waiting().forEach(waiting -> bounds.addAll(limits.of(queue, waiting.lane())));
        backlog.dispatched().keySet().forEach(lane -> bounds.addAll(limits.of(queue, lane)));
        bounds.forEach(allowance::open);
        backlog.inFlight().forEach(allowance::count);
        allowance.tap(bounds, backlog.dispatched(), buckets);
        return allowance;
    }

    private void open(Bound bound) {
        Integer concurrency = bound.limit().concurrency();
        room.put(bound.name(), concurrency == null ? Integer.MAX_VALUE : concurrency);
    }

    private void count(Lane lane, int inFlight) {
        for (Bound bound : limits.of(queue, lane)) {
            if (bound.limit().concurrency() != null) {
                room.computeIfPresent(bound.name(), (name, left) -> left - inFlight);
            }
        }
    }

    private void tap(Set<Bound> bounds, Map<Lane, Integer> dispatched, TokenBuckets buckets) {
        Map<String, Rate> rates = new HashMap<>();
        bounds.forEach(bound -> bound.rate().ifPresent(rate -> rates.put(bound.name(), rate)));
        if (rates.isEmpty()) {
            return;
        }
        Map<String, Integer> levels = buckets.levels(rates);
        Map<Bound, Integer> unclaimed = byBound(dispatched);
        for (Bound bound : bounds) {
            bound.rate()
                    .ifPresent(rate -> fill(
                            bound,
                            Objects.requireNonNull(levels.get(bound.name())),
                            Math.max(0, rate.jobs() - unclaimed.getOrDefault(bound, 0))));
        }
    }

    private Map<Bound, Integer> byBound(Map<Lane, Integer> jobs) {
        Map<Bound, Integer> sums = new HashMap<>();
        jobs.forEach((lane, count) -> limits.of(queue, lane).forEach(bound -> sums.merge(bound, count, Integer::sum)));
        return sums;
    }

    private void fill(Bound bound, int tokens, int size) {
        room.merge(bound.name(), Math.min(tokens, size), Math::min);
        if (tokens > size) {
            surplus.put(bound, tokens - size);
        }
    }

    /**
     * Takes tokens out of buckets for which dispatched jobs leave no room. A job has paid when it is dispatched, and
     * counts for the rate when it starts: until then its token takes up its place, or all would start at once with those
     * that the bucket lets follow.
     */
    void spill(TokenBuckets buckets) {
        surplus.forEach((bound, tokens) -> bound.rate().ifPresent(rate -> buckets.spend(bound.name(), rate, tokens)));
    }

    /** @return whether one more job of the lane may start; if so, it counts */
    boolean take(Lane lane) {
        List<Bound> bounds = limits.of(queue, lane);
        boolean allowed = bounds.stream().allMatch(bound -> room.getOrDefault(bound.name(), 0) > 0);
        if (allowed) {
            bounds.forEach(bound -> {
                room.merge(bound.name(), -1, Integer::sum);
                started.merge(bound, 1, Integer::sum);
            });
        }
        return allowed;
    }

    /** Whether what was taken costs nothing. */
    boolean isFree() {
        return started.keySet().stream().allMatch(bound -> bound.rate().isEmpty());
    }

    /** Pays for all that was taken. */
    void spend(TokenBuckets buckets) {
        started.forEach((bound, jobs) -> bound.rate().ifPresent(rate -> buckets.spend(bound.name(), rate, jobs)));
    }
}
