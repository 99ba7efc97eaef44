package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelJobTest {

    private final Chores chores = new Chores();
    private final ChoreFollower follower = new ChoreFollower(chores.transactions());
    private final CancelJob cancelling =
            new CancelJob(chores.transactions(), chores.jobs(), new JobFollowers(List.of(follower)));

    @Test
    void aWaitingJobIsCancelledAndFollowedInTheSameTransaction() {
        JobId job = chores.enqueue("sweep");
        assertThat(cancelling.cancel(job)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(follower.followed()).containsExactly("sweep CANCELLED");
    }

    @Test
    void theWorkerOfACancelledJobHasLostItsClaim() {
        ClaimedJob job = chores.claimNew("sweep");
        assertThat(cancelling.cancel(job.dispatch().job())).isTrue();
        assertThat(chores.finish(job, JobState.SUCCEEDED)).isFalse();
    }

    @Test
    void aFinishedJobStaysAsItIsAndNothingFollows() {
        ClaimedJob job = chores.claimNew("sweep");
        chores.finish(job, JobState.SUCCEEDED);
        assertThat(cancelling.cancel(job.dispatch().job())).isFalse();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(follower.followed()).isEmpty();
    }

    @Test
    void anUnknownJobIsNotCancelled() {
        assertThat(cancelling.cancel(Chores.newId())).isFalse();
        assertThat(follower.followed()).isEmpty();
    }

    @Test
    void aFollowersFailureReachesTheOperator() {
        JobId job = chores.enqueue("sweep");
        follower.fail();
        assertThatIllegalStateException().isThrownBy(() -> cancelling.cancel(job));
    }
}
