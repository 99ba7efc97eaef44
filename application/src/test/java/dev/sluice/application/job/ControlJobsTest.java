package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Start;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ControlJobsTest {

    private static final JobFilter ALL_CHORES = new JobFilter(null, null, Chore.QUEUE, null);
    private static final JobAct RETRY = new JobAct.Retry();
    private static final JobAct CANCEL = new JobAct.Cancel();

    private final Chores chores = new Chores();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(Chore.QUEUE));
    private final ChoreFollower follower = new ChoreFollower(chores.transactions());
    private final ControlJobs controlling = controlling(chores.jobs(), () -> 0);

    private ControlJobs controlling(Jobs jobs, LongSupplier nanoTime) {
        return new ControlJobs(chores.transactions(), jobs, new JobFollowers(List.of(follower)), queue, nanoTime);
    }

    @Test
    void aDryRunSaysHowManyJobsItIsAboutAndChangesNone() {
        JobId dead = dead("sweep");
        dead("dust");
        chores.enqueue("wash");

        assertThat(controlling.control(ALL_CHORES, RETRY, true)).isEqualTo(new ControlledJobs(2, 0, false));
        assertThat(chores.find(dead).state()).isEqualTo(JobState.DEAD);
        assertThat(follower.followed()).isEmpty();
        assertThat(queue.wakeUps()).isZero();
    }

    @Test
    void deadJobsAreReplayedAndFollowedInTheTransactionThatRetriesThem() {
        JobId dead = dead("sweep");
        dead("dust");
        chores.enqueue("wash");

        assertThat(controlling.control(ALL_CHORES, RETRY, false)).isEqualTo(new ControlledJobs(2, 2, false));
        assertThat(chores.find(dead).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(follower.followed()).containsExactlyInAnyOrder("sweep AVAILABLE", "dust AVAILABLE");
        assertThat(queue.wakeUps()).isEqualTo(1);
        assertThat(controlling.control(ALL_CHORES, RETRY, false)).isEqualTo(new ControlledJobs(0, 0, false));
    }

    @Test
    void onlyJobsThatTheFilterLetsThroughAreCancelled() {
        JobId hers = chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("sweep"))
                .with(options -> options.group(new GroupKey("ada"))));
        JobId other = chores.enqueue("dust");

        controlling.control(new JobFilter(null, null, null, new GroupKey("ada")), CANCEL, false);

        assertThat(chores.find(hers).state()).isEqualTo(JobState.CANCELLED);
        assertThat(chores.find(other).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(follower.followed()).containsExactly("sweep CANCELLED");
    }

    @Test
    void jobsArePutOffAndHurriedUp() {
        JobId job = chores.enqueue("sweep");
        Instant later = chores.clock().instant().plus(Chores.LONG);

        assertThat(controlling
                        .control(ALL_CHORES, new JobAct.Reschedule(later), false)
                        .changed())
                .isEqualTo(1);
        assertThat(chores.find(job).times().dueAt()).isEqualTo(later);
        assertThat(controlling.control(ALL_CHORES, new JobAct.Promote(), false).changed())
                .isEqualTo(1);
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void aFilterThatNamesNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> controlling.control(JobFilter.ALL, CANCEL, true))
                .withMessageContaining("names nothing");
    }

    @Test
    void whatIsTooMuchForOnceIsLeftForAnotherTime() {
        enqueue(ControlJobs.LARGEST + 1);

        assertThat(controlling.control(ALL_CHORES, CANCEL, true))
                .isEqualTo(new ControlledJobs(ControlJobs.LARGEST, 0, true));
        assertThat(controlling.control(ALL_CHORES, CANCEL, false))
                .isEqualTo(new ControlledJobs(ControlJobs.LARGEST, ControlJobs.LARGEST, true));
        assertThat(controlling.control(ALL_CHORES, CANCEL, false)).isEqualTo(new ControlledJobs(1, 1, false));
    }

    @Test
    void whatTakesTooLongIsLeftForAnotherTime() {
        enqueue(ControlSweep.BATCH + 1);
        Iterator<Long> times = List.of(0L, 1L, ControlJobs.LONGEST.toNanos()).iterator();

        assertThat(controlling(chores.jobs(), times::next).control(ALL_CHORES, CANCEL, false))
                .isEqualTo(new ControlledJobs(ControlSweep.BATCH + 1, ControlSweep.BATCH, true));
    }

    @Test
    void aJobThatCannotBeChangedDoesNotHoldUpTheOthers() {
        List<JobId> ids = enqueue(5);
        Jobs jobs = new StubbornJobs(chores.jobs(), ids.get(2), new IllegalStateException("deliberate"));

        assertThat(controlling(jobs, () -> 0).control(ALL_CHORES, CANCEL, false))
                .isEqualTo(new ControlledJobs(5, 4, false));
        assertThat(ids)
                .extracting(id -> chores.find(id).state())
                .containsExactly(
                        JobState.CANCELLED,
                        JobState.CANCELLED,
                        JobState.AVAILABLE,
                        JobState.CANCELLED,
                        JobState.CANCELLED);
    }

    @Test
    void aDatabaseThatCannotAnswerEndsIt() {
        List<JobId> ids = enqueue(3);
        Jobs jobs = new StubbornJobs(chores.jobs(), ids.get(1), new RetryableFailure("away", new Exception()));

        assertThatThrownBy(() -> controlling(jobs, () -> 0).control(ALL_CHORES, CANCEL, false))
                .isInstanceOf(RetryableFailure.class);
        assertThat(chores.find(ids.get(0)).state()).isEqualTo(JobState.CANCELLED);
        assertThat(chores.find(ids.get(2)).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void aWaitingParentIsCancelledToo() {
        JobId parent = chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("tidy"))
                .with(options -> options.start(new Start.AfterChildren(1))));

        controlling.control(new JobFilter(JobState.WAITING, null, null, null), CANCEL, false);

        assertThat(chores.find(parent).state()).isEqualTo(JobState.CANCELLED);
    }

    private List<JobId> enqueue(int jobs) {
        return Stream.generate(() -> chores.enqueue("sweep"))
                .limit(jobs)
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .toList();
    }

    private JobId dead(String what) {
        ClaimedJob job = chores.claimNew(what);
        chores.finish(job, JobState.DEAD);
        return job.dispatch().job();
    }
}
