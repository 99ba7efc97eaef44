package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RescueTest {

    private final Chores chores = new Chores();
    private final CountedMetrics metrics = new CountedMetrics();
    private final ChoreFollower follower = new ChoreFollower(chores.transactions());
    private final Rescue rescue = new Rescue(
            chores.transactions(),
            chores.jobs(),
            new JobSettlement(
                    chores.transactions(),
                    chores.jobs(),
                    new JobFollowers(List.of(follower)),
                    metrics.meters(),
                    Chores.CRASHES));

    @Test
    void aJobWhoseWorkerLivesIsLeftAlone() {
        ClaimedJob job = chores.claimNew("sweep");
        assertThat(rescue.runOnce()).isFalse();
        assertThat(chores.find(job).state()).isEqualTo(JobState.RUNNING);
        assertThat(metrics.counts()).isEmpty();
    }

    @Test
    void anOrphanIsDueAtOnceWithoutABackoff() {
        ClaimedJob job = chores.claimNew("sweep");
        chores.clock().advance(Chores.LONG.plusSeconds(1));
        assertThat(rescue.runOnce()).isFalse();
        Job freed = chores.find(job);
        assertThat(freed.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(freed.times().dueAt()).isBeforeOrEqualTo(chores.clock().instant());
        assertThat(freed.error()).isEqualTo("the worker stopped");
        assertThat(metrics.counts()).containsExactly("job.rescues type do-chore outcome retrying");
    }

    @Test
    void anOrphanOfTheLastAttemptDiesAndIsFollowedInTheSameTransaction() {
        ClaimedJob job = chores.claimNewForOnce("sweep");
        chores.jobs().leave(chores.worker());
        rescue.runOnce();
        assertThat(chores.find(job).state()).isEqualTo(JobState.DEAD);
        assertThat(follower.followed()).containsExactly("sweep DEAD");
        assertThat(metrics.counts()).containsExactly("job.rescues type do-chore outcome dead");
    }

    @Test
    void aJobWithWhichThreeWorkersHaveStoppedIsQuarantined() {
        JobId job = chores.enqueue("poison", new RetryPolicy(100, Backoff.fixed(Duration.ZERO)));
        for (int crash = 1; crash <= 3; crash++) {
            assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
            chores.claim();
            chores.jobs().leave(chores.worker());
            rescue.runOnce();
            chores.jobs().register(chores.worker(), Chores.OFFER, Chores.LONG);
        }
        assertThat(chores.find(job).state()).isEqualTo(JobState.DEAD);
        assertThat(chores.find(job).error()).isEqualTo("quarantined: 3 workers stopped while they ran it");
        assertThat(follower.followed()).containsExactly("poison DEAD");
    }

    @Test
    void aRescuedJobIsNotRescuedAgain() {
        chores.claimNew("sweep");
        chores.jobs().leave(chores.worker());
        rescue.runOnce();
        rescue.runOnce();
        assertThat(metrics.counts()).hasSize(1);
    }

    @Test
    void afterAFullBatchThereMayBeMore() {
        List<ClaimedJob> jobs = new ArrayList<>();
        for (int number = 0; number < 101; number++) {
            jobs.add(chores.claimNew("chore " + number));
        }
        chores.jobs().leave(chores.worker());
        assertThat(rescue.runOnce()).isTrue();
        assertThat(rescue.runOnce()).isFalse();
        assertThat(jobs).allSatisfy(job -> assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE));
    }

    @Test
    void anOrphanThatCannotBeSettledDoesNotHoldUpTheOthers() {
        ChoreFollower follower = new ChoreFollower(chores.transactions());
        follower.fail();
        JobSettlement settlement = new JobSettlement(
                chores.transactions(),
                chores.jobs(),
                new JobFollowers(List.of(follower)),
                metrics.meters(),
                Chores.CRASHES);
        ClaimedJob last = chores.claimNewForOnce("sweep");
        ClaimedJob other = chores.claimNew("other");
        chores.jobs().leave(chores.worker());
        new Rescue(chores.transactions(), chores.jobs(), settlement).runOnce();
        assertThat(chores.find(last).state()).isEqualTo(JobState.DEAD);
        assertThat(chores.find(other).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void aRescueOutOfReachOfTheDatabaseSucceedsLater() {
        FaultyClaims faulty = new FaultyClaims(chores.jobs());
        JobSettlement settlement = new JobSettlement(
                chores.transactions(), faulty, new JobFollowers(List.of()), metrics.meters(), Chores.CRASHES);
        Loop loop = new Loop(
                "rescue", Duration.ofMillis(1), new Rescue(chores.transactions(), faulty, settlement)::runOnce);
        ClaimedJob job = chores.claimNew("sweep");
        chores.jobs().leave(chores.worker());
        faulty.failNext(2);
        try (loop) {
            loop.start();
            Eventually.holds(() -> chores.find(job).state() == JobState.AVAILABLE);
        }
    }
}
