package dev.sluice.application.job.event;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What workers do with the record of jobs, telling which attempts begin and how they end. */
public final class ObservedJobClaims implements JobClaims {

    private final JobClaims claims;
    private final CommittedEvents events;

    public ObservedJobClaims(JobClaims claims, CommittedEvents events) {
        this.claims = claims;
        this.events = events;
    }

    @Override
    public List<ClaimedJob> claim(Collection<Dispatch> dispatches, WorkerId worker) {
        List<ClaimedJob> claimed = claims.claim(dispatches, worker);
        events.tell(claimed.stream()
                .map(job -> events.event(job, JobState.RUNNING, job.attempt()))
                .toList());
        return claimed;
    }

    @Override
    public boolean handBack(ClaimedJob job) {
        boolean held = claims.handBack(job);
        if (held) {
            events.tell(List.of(events.event(job, JobState.AVAILABLE, job.attempt() - 1)));
        }
        return held;
    }

    @Override
    public Set<Dispatch> settle(Collection<? extends Settlement> settlements) {
        Set<Dispatch> held = claims.settle(settlements);
        events.tell(settlements.stream()
                .filter(settlement -> held.contains(settlement.job().dispatch()))
                .map(this::event)
                .toList());
        return held;
    }

    private JobEvent event(Settlement settlement) {
        ClaimedJob job = settlement.job();
        return switch (settlement) {
            case Settlement.Finish finish -> events.event(job, finish.state(), job.attempt());
            case Settlement.Retry retry -> events.event(job, JobState.RETRYING, job.attempt());
            case Settlement.Postpone postpone ->
                events.event(
                        job,
                        postpone.delay().isPositive() ? JobState.SCHEDULED : JobState.AVAILABLE,
                        job.attempt() - 1);
            case Settlement.Rescue rescue -> events.event(job, JobState.AVAILABLE, job.attempt());
        };
    }

    @Override
    public Collection<Recalled> handBack(Collection<Dispatch> dispatches) {
        return claims.handBack(dispatches);
    }

    @Override
    public void register(WorkerId worker, WorkerOffer offer, Duration lease) {
        claims.register(worker, offer, lease);
    }

    @Override
    public boolean renew(WorkerId worker, Duration lease) {
        return claims.renew(worker, lease);
    }

    @Override
    public void leave(WorkerId worker) {
        claims.leave(worker);
    }

    @Override
    public Set<Dispatch> lost(Collection<Dispatch> held) {
        return claims.lost(held);
    }

    @Override
    public boolean lock(Dispatch claim) {
        return claims.lock(claim);
    }

    @Override
    public Set<Dispatch> lockFree(Collection<Dispatch> held) {
        return claims.lockFree(held);
    }

    @Override
    public boolean progress(ClaimedJob job, JobProgress progress) {
        return claims.progress(job, progress);
    }

    @Override
    public boolean log(ClaimedJob job, String line) {
        return claims.log(job, line);
    }

    @Override
    public List<ClaimedJob> orphans(int limit) {
        return claims.orphans(limit);
    }

    @Override
    public void forgetLapsedWorkers() {
        claims.forgetLapsedWorkers();
    }
}
