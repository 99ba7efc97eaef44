package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.job.RunningJobs.Attempt;
import dev.sluice.application.job.RunningJobs.Stop;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobOutcome.Done;
import dev.sluice.domain.job.JobOutcome.Retry;
import dev.sluice.domain.job.WorkerId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningJobsTest {

    private final Chores chores = new Chores();
    private final RunningJobs running = new RunningJobs(() -> 0);
    private final WorkerId worker = WorkerId.random();

    @Test
    void onlyTheAttemptsOfTheClaimantAreInterrupted() throws InterruptedException {
        InterruptibleAttempt lapsed = InterruptibleAttempt.started(running, chores.claimNew("sweep"), worker);
        InterruptibleAttempt other = InterruptibleAttempt.started(running, chores.claimNew("wash"), WorkerId.random());
        running.stopClaimsOf(worker);
        lapsed.awaitInterruption();
        assertThat(other.interrupted().getCount()).isEqualTo(1);
        running.stopAll();
        other.awaitInterruption();
    }

    @Test
    void onlyTheAttemptsWhoseClaimsAreLostAreInterrupted() throws InterruptedException {
        ClaimedJob job = chores.claimNew("sweep");
        InterruptibleAttempt lost = InterruptibleAttempt.started(running, job, worker);
        InterruptibleAttempt held = InterruptibleAttempt.started(running, chores.claimNew("wash"), worker);
        running.stop(List.of(job.dispatch()));
        lost.awaitInterruption();
        assertThat(held.interrupted().getCount()).isEqualTo(1);
        running.stopAll();
    }

    @Test
    void anAttemptThatIsOverIsNotInterrupted() {
        Attempt attempt = running.begin(chores.claimNew("sweep"), worker);
        assertThat(attempt.run(Done::new)).isEqualTo(new Done());
        running.stopAll();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(attempt.goesBack(new Retry("failed"))).isFalse();
    }

    @Test
    void anInterruptionDoesNotOutliveItsAttempt() {
        Attempt attempt = running.begin(chores.claimNew("sweep"), worker);
        attempt.run(() -> {
            attempt.stop(Stop.CLAIM_LOST);
            return new Done();
        });
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void eachReasonInterruptsOnceAndTheFirstCounts() {
        Attempt attempt = running.begin(chores.claimNew("sweep"), worker);
        attempt.run(() -> {
            attempt.stop(Stop.TIME_LIMIT);
            assertThat(Thread.interrupted()).isTrue();
            attempt.stop(Stop.TIME_LIMIT);
            assertThat(Thread.interrupted()).isFalse();
            attempt.stop(Stop.SHUTDOWN);
            assertThat(Thread.interrupted()).isTrue();
            return new Retry("too slow");
        });
        assertThat(attempt.goesBack(new Retry("too slow"))).isFalse();
    }

    @Test
    void anAttemptThatWasDoneAllTheSameCounts() {
        Attempt attempt = running.begin(chores.claimNew("sweep"), worker);
        attempt.stop(Stop.SHUTDOWN);
        attempt.run(Done::new);
        assertThat(attempt.goesBack(new Done())).isFalse();
        assertThat(attempt.goesBack(new Retry("interrupted"))).isTrue();
    }

    @Test
    void whatHasEndedIsForgotten() {
        ClaimedJob job = chores.claimNew("sweep");
        running.begin(job, worker);
        assertThat(running.dispatches()).containsExactly(job.dispatch());
        running.end(job.dispatch());
        assertThat(running.dispatches()).isEmpty();
    }
}
