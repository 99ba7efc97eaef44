package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.SharedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FenceTest {

    private final Chores chores = new Chores();
    private final CountedMetrics metrics = new CountedMetrics();
    private final Fence fence = new Fence(chores.jobs(), chores.transactions(), metrics);
    private final SharedStep<String, String> step = new SharedStep<>(this::take);
    private final BlockingQueue<List<String>> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);

    @Test
    void whoLosesTheClaimWhileTheGroupMakesUpIsLeftOutAndTheOthersGoOn() throws InterruptedException {
        fill();
        ClaimedJob lost = chores.claimNew("mop");
        arrive(chores.claimNew("sweep"), "sweep");
        arrive(lost, "mop");
        arrive(chores.claimNew("dust"), "dust");
        chores.finish(lost, JobState.CANCELLED);

        opened.countDown();

        assertThat(answersOf(4))
                .containsExactlyInAnyOrder("first done", "sweep done", "dust done", "mop LostClaimException");
        assertThat(taken).containsExactly(List.of("first"), List.of("sweep", "dust"));
    }

    @Test
    void whereOneMakesAGroupFailTheOthersCommit() throws InterruptedException {
        fill();
        arrive(chores.claimNew("odd"), "odd");
        arrive(chores.claimNew("sweep"), "sweep");

        opened.countDown();

        assertThat(answersOf(3)).contains("odd IllegalStateException", "sweep done");
        assertThat(metrics.counts()).containsExactly("job.groups.failed");
    }

    @Test
    void whoHasToStopWhileTheGroupIsUnderWayIsToldAtOnceAndTheGroupCommits() throws InterruptedException {
        Thread stopped = arrive(chores.claimNew("sweep"), "sweep");
        Eventually.holds(() -> taken.size() == 1);

        stopped.interrupt();

        assertThat(answers.take()).isEqualTo("sweep RetryableFailure");
        opened.countDown();
        Eventually.holds(() -> done.contains("sweep"));
    }

    @Test
    void eachStepHasGroupsOfItsOwn() {
        ClaimedJob job = chores.claimNew("sweep");
        SharedStep<Integer, Integer> other = new SharedStep<>(
                numbers -> numbers.stream().map(number -> number + 1).toList());
        opened.countDown();

        assertThat(fence.call(job.dispatch(), step, "sweep")).isEqualTo("sweep done");
        assertThat(fence.call(job.dispatch(), other, 1)).isEqualTo(2);
    }

    /** What arrives from here on waits for the next group. */
    private void fill() {
        arrive(chores.claimNew("first"), "first");
        Eventually.holds(() -> taken.size() == 1);
    }

    private Thread arrive(ClaimedJob job, String brought) {
        Thread arrival = Thread.startVirtualThread(() -> answers.add(answer(job, brought)));
        Eventually.holds(() -> arrival.getState() == Thread.State.TIMED_WAITING);
        return arrival;
    }

    private String answer(ClaimedJob job, String brought) {
        try {
            return fence.call(job.dispatch(), step, brought);
        } catch (RuntimeException failure) {
            return brought + " " + failure.getClass().getSimpleName();
        }
    }

    private List<String> answersOf(int several) throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.size() < several) {
            all.add(answers.take());
        }
        return all;
    }

    private List<String> take(List<String> brought) {
        taken.add(brought);
        try {
            opened.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (brought.contains("odd")) {
            throw new IllegalStateException("odd");
        }
        chores.transactions().afterCommit(() -> done.addAll(brought));
        return brought.stream().map(each -> each + " done").toList();
    }
}
