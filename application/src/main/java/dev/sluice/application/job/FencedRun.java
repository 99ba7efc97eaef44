package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.LostClaimException;
import dev.sluice.domain.job.SharedStep;
import java.util.function.Supplier;

/** An attempt whose transactions all hold its claim. */
final class FencedRun implements JobRun {

    private final ClaimedJob job;
    private final JobClaims claims;
    private final Fence fence;

    FencedRun(ClaimedJob job, JobClaims claims, Fence fence) {
        this.job = job;
        this.claims = claims;
        this.fence = fence;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return fence.call(job.dispatch(), work);
    }

    @Override
    public <T, R> R inTransaction(SharedStep<T, R> step, T brought) {
        return fence.call(job.dispatch(), step, brought);
    }

    @Override
    public boolean isLastAttempt() {
        return !job.retry().allowsAnotherAfter(job.attempt());
    }

    @Override
    public void progress(JobProgress progress) {
        requireHeld(claims.progress(job, progress));
    }

    @Override
    public void log(String line) {
        requireHeld(claims.log(job, line));
    }

    private void requireHeld(boolean held) {
        if (!held) {
            throw new LostClaimException(job.dispatch());
        }
    }
}
