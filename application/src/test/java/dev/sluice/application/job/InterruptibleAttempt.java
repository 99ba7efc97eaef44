package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.WorkerId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An attempt that works until it is interrupted. */
record InterruptibleAttempt(CountDownLatch begun, CountDownLatch interrupted) {

    static InterruptibleAttempt started(RunningJobs running, ClaimedJob job, WorkerId claimant)
            throws InterruptedException {
        InterruptibleAttempt attempt = new InterruptibleAttempt(new CountDownLatch(1), new CountDownLatch(1));
        Thread.ofPlatform().start(() -> running.begin(job, claimant).run(attempt::work));
        assertThat(attempt.begun.await(10, TimeUnit.SECONDS)).isTrue();
        return attempt;
    }

    private JobOutcome work() {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
        return new JobOutcome.Retry("interrupted");
    }

    void awaitInterruption() throws InterruptedException {
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
