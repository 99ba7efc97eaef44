package dev.sluice.application.job;

import dev.sluice.application.job.JobLimits.Bound;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.TokenBuckets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives back the tokens of jobs that have come back without a start: their next dispatch pays again. To be asked once
 * that is certain; a process that dies before costs the tokens, which holds back and exceeds nothing.
 */
public record Refunds(JobLimits limits, TokenBuckets buckets) {

    void pay(Collection<Recalled> recalled) {
        Map<Bound, Integer> tokens = new HashMap<>();
        recalled.forEach(
                job -> limits.of(job.queue(), job.lane()).forEach(bound -> tokens.merge(bound, 1, Integer::sum)));
        tokens.forEach((bound, jobs) -> bound.rate().ifPresent(rate -> buckets.giveBack(bound.name(), rate, jobs)));
    }
}
