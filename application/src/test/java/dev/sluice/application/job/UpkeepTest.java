package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Start;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final Duration KEEP = Duration.ofDays(3);

    private final Chores chores = new Chores();
    private final ChoreFollower follower = new ChoreFollower(chores.transactions());
    private final Upkeep upkeep = upkeep(KEEP);

    @Test
    void finishedJobsAreForgottenByAgeAndOpenOnesNever() {
        JobId open = chores.enqueue("open");
        JobId finished = chores.enqueue("finished");
        chores.jobs().cancel(List.of(finished));
        chores.clock().advance(KEEP);
        assertThat(upkeep.runOnce()).isFalse();
        assertThat(chores.find(finished).state()).isEqualTo(JobState.CANCELLED);
        chores.clock().advance(Duration.ofDays(1));
        upkeep.runOnce();
        assertThat(chores.jobs().find(finished)).isEmpty();
        assertThat(chores.find(open).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void aParentIsGivenUpADayBeforeItsDeadChildIsForgotten() {
        JobId parent = enqueueParentOfADeadChild();
        chores.clock().advance(KEEP.minusDays(1));
        upkeep.runOnce();
        assertThat(chores.find(parent).state()).isEqualTo(JobState.WAITING);
        chores.clock().advance(Duration.ofDays(1));
        upkeep.runOnce();
        assertThat(chores.find(parent).state()).isEqualTo(JobState.DEAD);
        assertThat(follower.followed()).containsExactly("parent DEAD");
    }

    @Test
    void whatCannotFollowAParentKeepsNothingFromBeingForgotten() {
        JobId parent = enqueueParentOfADeadChild();
        JobId finished = chores.enqueue("finished");
        chores.jobs().cancel(List.of(finished));
        follower.fail();
        chores.clock().advance(KEEP.plusDays(1));
        upkeep.runOnce();
        assertThat(chores.find(parent).state()).isEqualTo(JobState.DEAD);
        assertThat(chores.jobs().find(finished)).isEmpty();
    }

    private JobId enqueueParentOfADeadChild() {
        JobId parent = chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("parent"))
                .with(options -> options.start(new Start.AfterChildren(1))));
        chores.enqueue(
                JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("child")).with(options -> options.parent(parent)));
        chores.finish(chores.claim(), JobState.DEAD);
        return parent;
    }

    private Upkeep upkeep(Duration keep) {
        return new Upkeep(
                chores.transactions(), chores.jobs(), chores.jobs(), new JobFollowers(List.of(follower)), keep);
    }

    @Test
    void finishedJobsAreKeptForAtLeastADay() {
        assertThatIllegalArgumentException().isThrownBy(() -> upkeep(Duration.ofHours(23)));
    }
}
