package dev.sluice.application.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.application.job.Eventually;
import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

    private static final int MOST_WAITING = 20;
    private static final String FAILURES = "tasks.groups.failed";

    private final BlockingQueue<List<String>> groups = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> alone = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Thread> callers = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        opened.countDown();
        for (Thread caller : callers) {
            assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void whatArrivesWhileAGroupIsUnderWayMakesUpTheNext() throws InterruptedException {
        GroupCommit<String, String> commit = held(GroupCommitTest::together);
        hold(commit);
        List<String> others = IntStream.range(0, 5).mapToObj(Integer::toString).toList();
        others.forEach(other -> call(commit, other));
        awaitAllWaiting();

        opened.countDown();

        assertThat(groups.take()).containsExactlyInAnyOrderElementsOf(others);
        assertThat(answersOf(1 + others.size())).contains("0 together", "4 together", "held together");
        assertThat(alone).isEmpty();
    }

    @Test
    void whatAGroupLeavesUndoneItsOwnThreadDoesAlone() {
        GroupCommit<String, String> commit = held(all -> Map.of());
        opened.countDown();

        assertThat(commit.call("task"))
                .isEqualTo("task alone on " + Thread.currentThread().threadId());
    }

    @Test
    void whereAGroupFailsForTheSakeOfOneEachIsDoneAlone() throws InterruptedException {
        GroupCommit<String, String> commit = held(all -> {
            if (all.size() > 1) {
                throw new IllegalStateException("one of them is odd");
            }
            return together(all);
        });
        hold(commit);
        call(commit, "odd");
        call(commit, "even");
        awaitAllWaiting();

        opened.countDown();

        assertThat(answersOf(3)).filteredOn(answer -> answer.contains("alone")).hasSize(2);
        assertThat(alone).containsExactlyInAnyOrder("odd", "even");
        assertThat(refusals).containsExactly(FAILURES);
    }

    @Test
    void whatOneFailsOfThatIsAGroupByItselfItIsToldAndNotDoneAgain() {
        GroupCommit<String, String> commit = held(all -> {
            throw new IllegalStateException("it is odd");
        });
        opened.countDown();

        assertThatIllegalStateException().isThrownBy(() -> commit.call("odd")).withMessage("it is odd");
        assertThat(alone).isEmpty();
        assertThat(refusals).isEmpty();
    }

    @Test
    void whereThereIsNoRoomForAGroupAllAreToldAndComeAgainAtTimesOfTheirOwn() throws InterruptedException {
        GroupCommit<String, String> commit = held(all -> {
            throw new Overloaded("no connection is free", Duration.ofSeconds(1));
        });
        hold(commit);

        opened.countDown();

        assertThat(answersOf(1)).containsOnly("no connection is free");
        assertThat(alone).isEmpty();
        assertThatExceptionOfType(Overloaded.class)
                .isThrownBy(() -> commit.call("next"))
                .satisfies(refusal ->
                        assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void whereNoGroupComesToItsEndNobodyWaits() throws InterruptedException {
        GroupCommit<String, String> commit =
                held(GroupCommitTest::together, new LineLimits(MOST_WAITING, Duration.ZERO));
        hold(commit);

        assertThatExceptionOfType(Overloaded.class)
                .isThrownBy(() -> commit.call("task"))
                .withMessage("there is no turn in a group: stalled");
        assertThat(refusals).containsExactly("stalled");
    }

    @Test
    void thatNobodyCameForLongIsNoStall() {
        AtomicLong now = new AtomicLong();
        GroupCommit<Integer, String> commit = new GroupCommit<>(
                all -> all.stream().collect(Collectors.toMap(Function.identity(), String::valueOf)),
                String::valueOf,
                new LineLimits(MOST_WAITING, Duration.ofSeconds(3)),
                (times, counter, tags) -> refusals.add(counter),
                FAILURES,
                Thread::startVirtualThread,
                now::get);
        AtomicInteger task = new AtomicInteger();
        for (int round = 0; round < 200; round++) {
            now.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(Concurrently.times(MOST_WAITING, () -> commit.call(task.getAndIncrement())))
                    .hasSize(MOST_WAITING);
        }
        assertThat(refusals).isEmpty();
    }

    @Test
    void whoWaitedForOneThatFoundNoThreadIsDoneAllTheSame() throws InterruptedException {
        opened.countDown();
        AtomicReference<GroupCommit<String, String>> commit = new AtomicReference<>();
        AtomicInteger turns = new AtomicInteger();
        commit.set(new GroupCommit<>(
                GroupCommitTest::together,
                this::alone,
                new LineLimits(MOST_WAITING, Duration.ofMinutes(1)),
                (times, counter, tags) -> refusals.add(counter),
                FAILURES,
                turn -> {
                    if (turns.getAndIncrement() > 0) {
                        Thread.startVirtualThread(turn);
                        return;
                    }
                    call(commit.get(), "waits");
                    awaitAllWaiting();
                    throw new RejectedExecutionException("no thread is left");
                },
                System::nanoTime));

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> commit.get().call("first"));
        assertThat(answers.take()).isEqualTo("waits together");
    }

    @Test
    void whoeverWaitsWhileGroupsStallIsToldAndNotDoneLater() throws InterruptedException {
        GroupCommit<String, String> commit =
                held(GroupCommitTest::together, new LineLimits(MOST_WAITING, Duration.ofMillis(500)));
        hold(commit);
        call(commit, "waits");

        assertThat(answers.take()).isEqualTo("there is no turn in a group: stalled");
        opened.countDown();

        assertThat(answersOf(1)).hasSize(1);
        assertThat(commit.call("next")).isEqualTo("next together");
        assertThat(groups).containsExactly(List.of("next"));
    }

    @Test
    void whoseTimeIsUpIsToldAndNotDoneLater() throws InterruptedException {
        GroupCommit<String, String> commit = held(GroupCommitTest::together);
        hold(commit);

        Work brief = new Work(Urgency.REQUEST, Deadline.after(Duration.ofMillis(1)));
        assertThatExceptionOfType(Overloaded.class).isThrownBy(() -> brief.run(() -> commit.call("late")));
        opened.countDown();

        assertThat(answersOf(1)).hasSize(1);
        assertThat(commit.call("next")).isEqualTo("next together");
        assertThat(groups).containsExactly(List.of("next"));
    }

    @Test
    void aGroupHasTheTimeOfItsLastMember() throws InterruptedException {
        Deadline last = Deadline.after(Duration.ofMinutes(2));
        BlockingQueue<Work> works = new LinkedBlockingQueue<>();
        GroupCommit<String, String> commit = held(noting(works));
        hold(commit);
        call(commit, "sooner", new Work(Urgency.REQUEST, Deadline.after(Duration.ofMinutes(1))));
        call(commit, "later", new Work(Urgency.REQUEST, last, "req-1"));
        awaitAllWaiting();

        opened.countDown();

        assertThat(answersOf(3)).hasSize(3);
        assertThat(works)
                .contains(new Work(Urgency.REQUEST, last))
                .doesNotContain(new Work(Urgency.REQUEST, last, "req-1"));
    }

    @Test
    void aGroupIsAsUrgentAsTheMostUrgentAndHasNoTimeLimitWhereOneHasNone() throws InterruptedException {
        BlockingQueue<Work> works = new LinkedBlockingQueue<>();
        GroupCommit<String, String> commit = held(noting(works));
        hold(commit);
        call(commit, "bounded", new Work(Urgency.REQUEST, Deadline.after(Duration.ofMinutes(1))));
        call(commit, "unbounded");
        awaitAllWaiting();

        opened.countDown();

        assertThat(answersOf(3)).hasSize(3);
        assertThat(works).containsOnly(Work.of(Urgency.BACKGROUND), Work.of(Urgency.REQUEST));
    }

    @Test
    void whereTooManyWaitTheRestIsRefusedAtOnce() throws InterruptedException {
        int refused = 5;
        GroupCommit<String, String> commit = held(GroupCommitTest::together);
        hold(commit);

        IntStream.range(0, MOST_WAITING + refused).forEach(number -> call(commit, "task " + number));

        assertThat(answersOf(refused)).containsOnly("there is no turn in a group: busy");
        assertThat(refusals).hasSize(refused).containsOnly("busy");
        opened.countDown();
        assertThat(answersOf(1 + MOST_WAITING)).allMatch(answer -> answer.endsWith("together"));
    }

    private GroupCommit<String, String> held(Function<List<String>, Map<String, String>> together) {
        return held(together, new LineLimits(MOST_WAITING, Duration.ofMinutes(1)));
    }

    /** Its groups wait until they are let go on; each is noted before, but the first. */
    private GroupCommit<String, String> held(Function<List<String>, Map<String, String>> together, LineLimits limits) {
        return new GroupCommit<>(
                all -> {
                    if (begun.getAndIncrement() > 0) {
                        groups.add(all);
                    }
                    awaitOpened();
                    return together.apply(all);
                },
                this::alone,
                limits,
                (times, counter, tags) -> refusals.add(tags.length == 0 ? counter : tags[tags.length - 1]),
                FAILURES);
    }

    private void awaitOpened() {
        try {
            opened.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A group of one is under way then. */
    private void hold(GroupCommit<String, String> commit) {
        call(commit, "held");
        Eventually.holds(() -> begun.get() == 1);
    }

    private void awaitAllWaiting() {
        Eventually.holds(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.TIMED_WAITING));
    }

    private void call(GroupCommit<String, String> commit, String task) {
        call(commit, task, Work.current());
    }

    private void call(GroupCommit<String, String> commit, String task, Work work) {
        callers.add(Thread.startVirtualThread(() -> work.run(() -> answers.add(answer(commit, task)))));
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

    private static Function<List<String>, Map<String, String>> noting(Collection<Work> works) {
        return all -> {
            works.add(Work.current());
            return together(all);
        };
    }

    private static Map<String, String> together(List<String> all) {
        return all.stream().collect(Collectors.toMap(Function.identity(), each -> each + " together"));
    }
}
