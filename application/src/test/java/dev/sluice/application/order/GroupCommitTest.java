package dev.sluice.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.application.job.Eventually;
import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

    private static final int AT_ONCE = 2;

    private final BlockingQueue<List<String>> groups = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> alone = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Thread> callers = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        opened.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
    }

    @Test
    void whatArrivesWhileGroupsAreUnderWayMakesUpTheNext() throws InterruptedException {
        GroupCommit<String, String> commit = held(GroupCommitTest::together);
        hold(commit);
        List<String> others = IntStream.range(0, 5).mapToObj(Integer::toString).toList();
        others.forEach(other -> call(commit, other));
        Eventually.holds(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.TIMED_WAITING));

        opened.countDown();

        assertThat(groups.take()).containsExactlyInAnyOrderElementsOf(others);
        assertThat(answersOf(AT_ONCE + others.size()))
                .contains("0 together", "4 together", "held 0 together", "held 1 together");
        assertThat(alone).isEmpty();
    }

    @Test
    void whatAGroupLeavesUndoneItsOwnThreadDoesAlone() {
        GroupCommit<String, String> commit = new GroupCommit<>(all -> Map.of(), this::alone);

        assertThat(commit.call("task"))
                .isEqualTo("task alone on " + Thread.currentThread().threadId());
    }

    @Test
    void whereAGroupFailsForTheSakeOfOneEachIsDoneAlone() throws InterruptedException {
        GroupCommit<String, String> commit = held(all -> {
            throw new IllegalStateException("one of them is odd");
        });
        hold(commit);

        opened.countDown();

        assertThat(answersOf(AT_ONCE)).allMatch(answer -> answer.contains("alone"));
        assertThat(alone).hasSize(AT_ONCE);
    }

    @Test
    void whereTheDatabaseDoesNotAnswerAllAreTold() throws InterruptedException {
        GroupCommit<String, String> commit = held(all -> {
            throw new RetryableFailure("the database cannot answer now", new IOException());
        });
        hold(commit);

        opened.countDown();

        assertThat(answersOf(AT_ONCE)).containsOnly("the database cannot answer now");
        assertThat(alone).isEmpty();
    }

    @Test
    void whoseTimeIsUpIsToldAndNotDoneLater() throws InterruptedException {
        GroupCommit<String, String> commit = held(GroupCommitTest::together);
        hold(commit);

        Work brief = new Work(Urgency.REQUEST, Deadline.after(Duration.ofMillis(1)));
        assertThatExceptionOfType(Overloaded.class).isThrownBy(() -> brief.run(() -> commit.call("late")));
        opened.countDown();

        assertThat(answersOf(AT_ONCE)).hasSize(AT_ONCE);
        assertThat(commit.call("next")).isEqualTo("next together");
        assertThat(groups).containsExactly(List.of("next"));
    }

    @Test
    void aGroupHasTheTimeOfItsLastMember() {
        Deadline deadline = Deadline.after(Duration.ofMinutes(1));
        GroupCommit<String, Work> commit = new GroupCommit<>(
                all -> all.stream().collect(Collectors.toMap(Function.identity(), each -> Work.current())),
                each -> Work.of(Urgency.BACKGROUND));

        Work work = new Work(Urgency.REQUEST, deadline, "req-1").call(() -> commit.call("task"));

        assertThat(work).isEqualTo(new Work(Urgency.REQUEST, deadline));
        assertThat(commit.call("another")).isEqualTo(Work.of(Urgency.REQUEST));
    }

    @Test
    void whereTooManyWaitTheRestIsRefusedAtOnce() throws InterruptedException {
        int waiting = 1_000;
        int refused = 50;
        GroupCommit<String, String> commit = held(GroupCommitTest::together);
        hold(commit);

        IntStream.range(0, waiting + refused).forEach(number -> call(commit, "task " + number));

        assertThat(answersOf(refused)).containsOnly("too many wait to be done together");
        opened.countDown();
        assertThat(answersOf(AT_ONCE + waiting)).allMatch(answer -> answer.endsWith("together"));
    }

    /** Its first groups wait until they are let go on; each is noted before, and those first ones are left out. */
    private GroupCommit<String, String> held(Function<List<String>, Map<String, String>> together) {
        return new GroupCommit<>(
                all -> {
                    if (begun.getAndIncrement() >= AT_ONCE) {
                        groups.add(all);
                    }
                    awaitOpened();
                    return together.apply(all);
                },
                this::alone);
    }

    private void awaitOpened() {
        try {
            opened.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** As many groups of one as there may be are under way then. */
    private void hold(GroupCommit<String, String> commit) {
        for (int number = 0; number < AT_ONCE; number++) {
            call(commit, "held " + number);
            int groupsBegun = number + 1;
            Eventually.holds(() -> begun.get() == groupsBegun);
        }
    }

    private void call(GroupCommit<String, String> commit, String task) {
        callers.add(Thread.startVirtualThread(() -> answers.add(answer(commit, task))));
    }

    private static String answer(GroupCommit<String, String> commit, String task) {
        try {
            return commit.call(task);
        } catch (RetryableFailure failure) {
            return Objects.requireNonNull(failure.getMessage());
        }
    }

    private List<String> answersOf(int several) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int number = 0; number < several; number++) {
            taken.add(answers.take());
        }
        return taken;
    }

    private String alone(String task) {
        alone.add(task);
        return task + " alone on " + Thread.currentThread().threadId();
    }

    private static Map<String, String> together(List<String> all) {
        return all.stream().collect(Collectors.toMap(Function.identity(), each -> each + " together"));
    }
}
