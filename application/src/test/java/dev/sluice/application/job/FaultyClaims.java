package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Claims on a record that is out of reach for as many calls as a test says. */
final class FaultyClaims implements JobClaims {

    private final JobClaims claims;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile boolean successRefused;
    private volatile Runnable meanwhile = () -> {};

    FaultyClaims(JobClaims claims) {
        this.claims = claims;
    }

    /** Lets so many of the next calls fail. */
    void failNext(int calls) {
        failures.set(calls);
    }

    /** Lets so many of the next calls do their work and fail all the same. */
    void loseNextAnswers(int calls) {
        lostAnswers.set(calls);
    }

    /** Lets no job succeed, for good. */
    void refuseSuccess() {
        successRefused = true;
    }

    /** What happens while each of the next calls waits for its answer. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    private <T> T reach(Supplier<T> call) {
        meanwhile.run();
        failOneOf(failures);
        T answer = call.get();
        failOneOf(lostAnswers);
        return answer;
    }

    private static void failOneOf(AtomicInteger failures) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RetryableFailure("the database is out of reach", new IllegalStateException());
        }
    }

    private void reach(Runnable call) {
        reach(() -> {
            call.run();
            return true;
        });
    }

    @Override
    public void register(WorkerId worker, WorkerOffer offer, Duration lease) {
        reach(() -> claims.register(worker, offer, lease));
    }

    @Override
    public boolean renew(WorkerId worker, Duration lease) {
        return reach(() -> claims.renew(worker, lease));
    }

    @Override
    public void leave(WorkerId worker) {
        reach(() -> claims.leave(worker));
    }

    @Override
    public List<ClaimedJob> claim(Collection<Dispatch> dispatches, WorkerId worker) {
        return reach(() -> claims.claim(dispatches, worker));
    }

    @Override
    public Collection<Recalled> handBack(Collection<Dispatch> dispatches) {
        return reach(() -> claims.handBack(dispatches));
    }

    @Override
    public boolean handBack(ClaimedJob job) {
        return reach(() -> claims.handBack(job));
    }

    @Override
    public Set<Dispatch> lost(Collection<Dispatch> held) {
        return reach(() -> claims.lost(held));
    }

    @Override
    public boolean lock(Dispatch claim) {
        return reach(() -> claims.lock(claim));
    }

    @Override
    public Set<Dispatch> lockFree(Collection<Dispatch> held) {
        return reach(() -> claims.lockFree(held));
    }

    @Override
    public boolean progress(ClaimedJob job, JobProgress progress) {
        return reach(() -> claims.progress(job, progress));
    }

    @Override
    public boolean log(ClaimedJob job, String line) {
        return reach(() -> claims.log(job, line));
    }

    @Override
    public Set<Dispatch> settle(Collection<? extends Settlement> settlements) {
        if (successRefused && settlements.stream().anyMatch(FaultyClaims::isSuccess)) {
            throw new IllegalStateException("no success");
        }
        return reach(() -> claims.settle(settlements));
    }

    private static boolean isSuccess(Settlement settlement) {
        return settlement instanceof Settlement.Finish finish && finish.state() == JobState.SUCCEEDED;
    }

    @Override
    public List<ClaimedJob> orphans(int limit) {
        return reach(() -> claims.orphans(limit));
    }

    @Override
    public void forgetLapsedWorkers() {
        reach(claims::forgetLapsedWorkers);
    }
}
