package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryJobTest {

    private final Chores chores = new Chores();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(Chore.QUEUE));
    private final ChoreFollower follower = new ChoreFollower(chores.transactions());
    private final RetryJob retrying =
            new RetryJob(chores.transactions(), chores.jobs(), new JobFollowers(List.of(follower)), queue);

    @Test
    void aDeadJobHasAllItsAttemptsAgainAndIsFollowedInTheSameTransaction() {
        JobId dead = dead();
        assertThat(retrying.retry(dead)).isTrue();
        Job job = chores.find(dead);
        assertThat(job.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(job.attempt()).isZero();
        assertThat(follower.followed()).containsExactly("sweep AVAILABLE");
    }

    @Test
    void theDispatcherIsWokenOnceTheRetryHasCommitted() {
        JobId dead = dead();
        chores.transactions().run(() -> {
            retrying.retry(dead);
            assertThat(queue.wakeUps()).isZero();
        });
        assertThat(queue.wakeUps()).isEqualTo(1);
    }

    @Test
    void aJobThatIsNotDeadStaysAsItIsAndNobodyIsWoken() {
        JobId waiting = chores.enqueue("sweep");
        assertThat(retrying.retry(waiting)).isFalse();
        assertThat(retrying.retry(Chores.newId())).isFalse();
        assertThat(follower.followed()).isEmpty();
        assertThat(queue.wakeUps()).isZero();
    }

    @Test
    void aFollowersFailureReachesTheOperatorAndNobodyIsWoken() {
        JobId dead = dead();
        follower.fail();
        assertThatIllegalStateException().isThrownBy(() -> retrying.retry(dead));
        assertThat(queue.wakeUps()).isZero();
    }

    private JobId dead() {
        ClaimedJob job = chores.claimNew("sweep");
        chores.finish(job, JobState.DEAD);
        return job.dispatch().job();
    }
}
