package dev.sluice.application.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Payload;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Writes down how attempts ended, and lets what depends on the jobs follow in the same transaction. */
public final class JobSettlement {

    private static final System.Logger LOG = System.getLogger(JobSettlement.class.getName());
    private static final String LOST = "lost";
    private static final Collector<Settlement.Finish, ?, List<Payload>> PAYLOADS =
            mapping(finish -> finish.job().payload(), toList());

    private final Transactions transactions;
    private final JobClaims claims;
    private final JobFollowers followers;
    private final JobMeters meters;
    private final int crashes;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    /** @param crashes a job with which so many workers have died is not given to another */
    public JobSettlement(
            Transactions transactions, JobClaims claims, JobFollowers followers, JobMeters meters, int crashes) {
        this.transactions = transactions;
        this.claims = claims;
        this.followers = followers;
        this.meters = meters;
        this.crashes = crashes;
    }

    /**
     * Settles attempts, all or none. That a claim is lost is an outcome like others: it is counted and nothing is
     * written.
     */
    void settle(List<EndedAttempt> ended) {
        Map<Dispatch, String> outcomes =
                write(ended.stream().map(this::settlement).toList());
        ended.forEach(attempt -> meters.attempted(
                attempt.job(),
                attempt.took(),
                outcomes.getOrDefault(attempt.job().dispatch(), LOST)));
        meters.committed();
    }

    /** Settles an attempt whose worker is gone: the next one is due at once. */
    void settleOrphan(ClaimedJob job) {
        meters.rescued(job, write(List.of(rescue(job))).getOrDefault(job.dispatch(), LOST));
    }

    /** Gives a job up that cannot be settled as it ended, without letting anything follow, which may be what failed. */
    void bury(EndedAttempt attempt, Throwable failure) {
        String outcome = bury(attempt.job(), failure);
        meters.attempted(attempt.job(), attempt.took(), outcome);
    }

    /** The same for an orphan. */
    void buryOrphan(ClaimedJob job, Throwable failure) {
        meters.rescued(job, bury(job, failure));
    }

    private String bury(ClaimedJob job, Throwable failure) {
        String reason = "its settlement failed: " + failure.getClass().getName();
        LOG.log(Level.ERROR, "job {0} is given up, {1}", job.dispatch().job().value(), reason);
        Set<Dispatch> held = transactions.call(() -> claims.settle(List.of(dead(job, reason))));
        return held.isEmpty() ? LOST : "unsettled";
    }

    /** @return the outcomes of those whose claims held */
    private Map<Dispatch, String> write(List<Settlement> settlements) {
        return transactions.call(() -> {
            Set<Dispatch> held = claims.settle(settlements);
            List<Settlement> written = settlements.stream()
                    .filter(settlement -> held.contains(settlement.job().dispatch()))
                    .toList();
            follow(written);
            return written.stream()
                    .collect(Collectors.toMap(settlement -> settlement.job().dispatch(), JobSettlement::outcome));
        });
    }

    private void follow(List<Settlement> written) {
        written.stream()
                .filter(Settlement.Finish.class::isInstance)
                .map(Settlement.Finish.class::cast)
                .collect(groupingBy(finish -> finish.job().type(), groupingBy(Settlement.Finish::state, PAYLOADS)))
                .forEach((type, payloads) ->
                        payloads.forEach((state, finished) -> followers.follow(type, finished, state)));
    }

    private static String outcome(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Finish finish -> finish.state() == JobState.SUCCEEDED ? "succeeded" : "dead";
            case Settlement.Retry retry -> "retrying";
            case Settlement.Postpone postpone -> "snoozed";
            case Settlement.Rescue rescue -> "retrying";
        };
    }

    private Settlement settlement(EndedAttempt ended) {
        ClaimedJob job = ended.job();
        return switch (ended.outcome()) {
            case JobOutcome.Done done -> new Settlement.Finish(job, JobState.SUCCEEDED, done.result(), null);
            case JobOutcome.Retry retry -> retryOrBury(job, retry.reason());
            case JobOutcome.Snooze snooze -> new Settlement.Postpone(job, snooze.delay());
            case JobOutcome.Abandon abandon -> dead(job, abandon.reason());
        };
    }

    private Settlement retryOrBury(ClaimedJob job, String reason) {
        return job.retry().allowsAnotherAfter(job.attempt())
                ? new Settlement.Retry(job, job.retry().backoff().after(job.attempt(), chance), reason)
                : dead(job, reason);
    }

    private Settlement rescue(ClaimedJob job) {
        int died = job.crashes() + 1;
        if (died >= crashes) {
            return dead(job, "quarantined: " + died + " workers stopped while they ran it");
        }
        String reason = "the worker stopped";
        return job.retry().allowsAnotherAfter(job.attempt()) ? new Settlement.Rescue(job, reason) : dead(job, reason);
    }

    private static Settlement dead(ClaimedJob job, String reason) {
        return new Settlement.Finish(job, JobState.DEAD, null, reason);
    }
}
