package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobOutcome.Abandon;
import dev.sluice.domain.job.JobOutcome.Done;
import dev.sluice.domain.job.JobOutcome.Retry;
import dev.sluice.domain.job.JobOutcome.Snooze;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobSettlementTest {

    private final Chores chores = new Chores();
    private final CountedMetrics metrics = new CountedMetrics();
    private final ChoreFollower follower = new ChoreFollower(chores.transactions());
    private final JobSettlement settlement = new JobSettlement(
            chores.transactions(),
            chores.jobs(),
            new JobFollowers(List.of(follower)),
            metrics.meters(),
            Chores.CRASHES);

    static List<JobOutcome> outcomes() {
        return List.of(new Done(), new Retry("later"), new Snooze(Chore.BACKOFF), new Abandon("never"));
    }

    private static EndedAttempt ended(ClaimedJob job, JobOutcome outcome) {
        return new EndedAttempt(job, outcome, Duration.ofSeconds(2));
    }

    @Test
    void aDoneJobSucceedsAndIsFollowedInTheSameTransaction() {
        ClaimedJob job = chores.claimNew("sweep");
        settlement.settle(List.of(ended(job, new Done())));
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(follower.followed()).containsExactly("sweep SUCCEEDED");
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome succeeded");
        assertThat(metrics.spans()).containsExactly("job.duration type do-chore outcome succeeded PT2S");
    }

    @Test
    void aFailedAttemptIsDueAgainAfterTheBackoffAndNothingFollowsIt() {
        ClaimedJob job = chores.claimNew("sweep");
        settlement.settle(List.of(ended(job, new Retry("out of reach"))));
        Job retrying = chores.find(job);
        assertThat(retrying.state()).isEqualTo(JobState.RETRYING);
        assertThat(retrying.error()).isEqualTo("out of reach");
        assertThat(retrying.times().dueAt()).isEqualTo(chores.clock().instant().plus(Chore.BACKOFF));
        assertThat(follower.followed()).isEmpty();
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome retrying");
    }

    @Test
    void theLastFailedAttemptBuriesTheJob() {
        chores.enqueue("sweep", new RetryPolicy(2, Backoff.fixed(Duration.ZERO)));
        settlement.settle(List.of(ended(chores.claim(), new Retry("first"))));
        ClaimedJob last = chores.claim();
        settlement.settle(List.of(ended(last, new Retry("second"))));
        Job dead = chores.find(last);
        assertThat(dead.state()).isEqualTo(JobState.DEAD);
        assertThat(dead.attempt()).isEqualTo(2);
        assertThat(dead.error()).isEqualTo("second");
        assertThat(follower.followed()).containsExactly("sweep DEAD");
    }

    @Test
    void aSnoozedJobIsDueLaterAndHasUsedNoAttempt() {
        ClaimedJob job = chores.claimNew("sweep");
        settlement.settle(List.of(ended(job, new Snooze(Chore.BACKOFF))));
        Job snoozed = chores.find(job);
        assertThat(snoozed.state()).isEqualTo(JobState.SCHEDULED);
        assertThat(snoozed.attempt()).isZero();
        assertThat(snoozed.times().dueAt()).isEqualTo(chores.clock().instant().plus(Chore.BACKOFF));
        assertThat(follower.followed()).isEmpty();
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome snoozed");
    }

    @Test
    void manyAttemptsAreSettledInOneTransaction() {
        ClaimedJob done = chores.claimNew("sweep");
        ClaimedJob failed = chores.claimNew("wash");
        settlement.settle(List.of(ended(done, new Done()), ended(failed, new Abandon("never"))));
        assertThat(follower.followed()).containsExactlyInAnyOrder("sweep SUCCEEDED", "wash DEAD");
        assertThat(metrics.counts()).hasSize(2);
        assertThat(metrics.commits()).isEqualTo(1);
    }

    @Test
    void anAbandonedJobIsBuriedWhateverAttemptsAreLeft() {
        ClaimedJob job = chores.claimNew("sweep");
        settlement.settle(List.of(ended(job, new Abandon("never"))));
        assertThat(chores.find(job).state()).isEqualTo(JobState.DEAD);
        assertThat(chores.find(job).error()).isEqualTo("never");
        assertThat(follower.followed()).containsExactly("sweep DEAD");
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome dead");
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whoLostTheClaimWritesNothingAndIsCounted(JobOutcome outcome) {
        ClaimedJob job = chores.claimNew("sweep");
        chores.jobs().cancel(List.of(job.dispatch().job()));
        settlement.settle(List.of(ended(job, outcome)));
        assertThat(chores.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(follower.followed()).isEmpty();
        assertThat(metrics.counts()).containsExactly("job.attempts type do-chore outcome lost");
    }

    @Test
    void aFollowersFailureReachesTheCallerAndNothingIsCounted() {
        ClaimedJob job = chores.claimNew("sweep");
        follower.fail();
        assertThatIllegalStateException().isThrownBy(() -> settlement.settle(List.of(ended(job, new Done()))));
        assertThat(metrics.counts()).isEmpty();
    }

    @Test
    void aTypeWithoutAFollowerIsSettledAlone() {
        JobSettlement alone = new JobSettlement(
                chores.transactions(), chores.jobs(), new JobFollowers(List.of()), metrics.meters(), Chores.CRASHES);
        ClaimedJob job = chores.claimNew("sweep");
        alone.settle(List.of(ended(job, new Done())));
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void anUnreadablePayloadDiesWithoutBeingFollowed() {
        JobType<String> sameName =
                new JobType<>(Chore.TYPE.name(), String.class, Chore.QUEUE, Chore.RETRY, Chore.LIMIT);
        chores.enqueue(JobRequest.of(Chores.newId(), sameName, "no chore"));
        ClaimedJob job = chores.claim();
        settlement.settle(List.of(ended(job, new Abandon("unreadable"))));
        assertThat(chores.find(job).state()).isEqualTo(JobState.DEAD);
        assertThat(follower.followed()).isEmpty();
    }
}
