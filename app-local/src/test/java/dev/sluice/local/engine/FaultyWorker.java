package dev.sluice.local.engine;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A worker that finishes, fails, postpones and hands back as chance will have it, hangs, and comes back too late. */
final class FaultyWorker {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final WorkerOffer OFFER = new WorkerOffer(Set.of(EngineDatabase.QUEUE), 25);

    private final EngineDatabase engine;
    private final ClaimLedger ledger;
    private final Random chance;
    private final List<ClaimedJob> held = new ArrayList<>();
    private WorkerId self = WorkerId.random();

    FaultyWorker(EngineDatabase engine, ClaimLedger ledger, Random chance) {
        this.engine = engine;
        this.ledger = ledger;
        this.chance = chance;
    }

    boolean runOnce() {
        beat();
        take();
        List<ClaimedJob> ending = partOf(held, job -> chance.nextInt(3) > 0);
        handBack(partOf(ending, job -> chance.nextInt(6) == 0));
        settle(ending);
        return false;
    }

    /** Now and then it starts anew and forgets to say so; its claims it settles all the same. */
    private void beat() {
        if (chance.nextInt(50) == 0 || !claims().renew(self, LEASE)) {
            claims().leave(self);
            self = WorkerId.random();
            claims().register(self, OFFER, LEASE);
        }
    }

    private void take() {
        List<Dispatch> messages = new ArrayList<>(engine.delivered());
        Collections.shuffle(messages, chance);
        if (chance.nextInt(5) == 0) {
            // Delivered twice: somebody will find the same ones again.
            engine.broker().publish(EngineDatabase.QUEUE, messages);
        }
        if (chance.nextInt(5) == 0) {
            claims().handBack(messages);
        } else if (!messages.isEmpty()) {
            List<ClaimedJob> claimed = claims().claim(messages, self);
            claimed.forEach(job -> ledger.claimed(job, self));
            held.addAll(claimed);
        }
    }

    private void handBack(List<ClaimedJob> jobs) {
        jobs.forEach(claims()::handBack);
    }

    private void settle(List<ClaimedJob> jobs) {
        List<Settlement> settlements = jobs.stream().map(this::settlement).toList();
        Set<Dispatch> written = engine.transactions().call(() -> claims().settle(settlements));
        ledger.refused(settlements.size() - written.size());
        // What was delivered twice while it was held is here twice, and written once.
        ledger.finished(settlements.stream()
                .filter(Settlement.Finish.class::isInstance)
                .map(settlement -> settlement.job().dispatch())
                .filter(written::contains)
                .collect(Collectors.toSet()));
    }

    private Settlement settlement(ClaimedJob job) {
        return switch (chance.nextInt(4)) {
            case 0 -> new Settlement.Retry(job, Duration.ofMillis(chance.nextInt(20)), "bad luck");
            case 1 -> new Settlement.Postpone(job, Duration.ofMillis(chance.nextInt(20)));
            default -> new Settlement.Finish(job, JobState.SUCCEEDED, null, null);
        };
    }

    private static List<ClaimedJob> partOf(List<ClaimedJob> jobs, Predicate<ClaimedJob> which) {
        List<ClaimedJob> part = jobs.stream().filter(which).toList();
        jobs.removeAll(part);
        return new ArrayList<>(part);
    }

    private JobClaims claims() {
        return engine.claims();
    }
}
