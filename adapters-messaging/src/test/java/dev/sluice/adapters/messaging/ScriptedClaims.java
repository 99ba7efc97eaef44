package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims that a test decides about; whatever is settled afterwards is accepted. */
record ScriptedClaims(Function<Collection<Dispatch>, List<ClaimedJob>> claims, Consumer<Collection<Dispatch>> handBacks)
        implements JobClaims {

    @Override
    public List<ClaimedJob> claim(Collection<Dispatch> dispatches, WorkerId worker) {
        return claims.apply(dispatches);
    }

    @Override
    public List<Recalled> handBack(Collection<Dispatch> dispatches) {
        handBacks.accept(dispatches);
        return List.of();
    }

    @Override
    public boolean handBack(ClaimedJob job) {
        return true;
    }

    @Override
    public void register(WorkerId worker, WorkerOffer offer, Duration lease) {}

    @Override
    public boolean renew(WorkerId worker, Duration lease) {
        return true;
    }

    @Override
    public void leave(WorkerId worker) {}

    @Override
    public Set<Dispatch> lost(Collection<Dispatch> held) {
        return Set.of();
    }

    @Override
    public boolean lock(Dispatch claim) {
        return true;
    }

    @Override
    public Set<Dispatch> lockFree(Collection<Dispatch> held) {
        return Set.copyOf(held);
    }

    @Override
    public boolean progress(ClaimedJob job, JobProgress progress) {
        return true;
    }

    @Override
    public boolean log(ClaimedJob job, String line) {
        return true;
    }

    @Override
    public Set<Dispatch> settle(Collection<? extends Settlement> settlements) {
        return settlements.stream()
                .map(settlement -> settlement.job().dispatch())
                .collect(Collectors.toSet());
    }

    @Override
    public List<ClaimedJob> orphans(int limit) {
        return List.of();
    }

    @Override
    public void forgetLapsedWorkers() {}
}
