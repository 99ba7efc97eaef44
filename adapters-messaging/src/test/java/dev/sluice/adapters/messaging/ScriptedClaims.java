package dev.sluice.adapters.messaging;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Claims that a test decides about; whatever is settled afterwards is accepted. */
record ScriptedClaims(Function<Dispatch, Optional<ClaimedJob>> claims) implements JobClaims {

    @Override
    public Optional<ClaimedJob> claim(Dispatch dispatch, WorkerId worker) {
        return claims.apply(dispatch);
    }

    @Override
    public void register(WorkerId worker, Duration lease) {}

    @Override
    public boolean renew(WorkerId worker, Duration lease) {
        return true;
    }

    @Override
    public void leave(WorkerId worker) {}

    @Override
    public boolean lock(ClaimedJob job) {
        return true;
    }

    @Override
    public boolean succeed(ClaimedJob job) {
        return true;
    }

    @Override
    public boolean retry(ClaimedJob job, Duration backoff, String error) {
        return true;
    }

    @Override
    public boolean bury(ClaimedJob job, String error) {
        return true;
    }

    @Override
    public List<ClaimedJob> orphans(int limit) {
        return List.of();
    }

    @Override
    public void forgetLapsedWorkers() {}
}
