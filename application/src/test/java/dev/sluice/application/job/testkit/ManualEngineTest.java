package dev.sluice.application.job.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobOutcome.Abandon;
import dev.sluice.domain.job.JobOutcome.Done;
import dev.sluice.domain.job.JobOutcome.Retry;
import dev.sluice.domain.job.JobOutcome.Snooze;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Priority;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.Uniqueness;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ManualEngineTest {

    private static final Duration BACKOFF = Duration.ofSeconds(5);
    private static final JobType<Parcel> TYPE = new JobType<>(
            "send-parcel",
            Parcel.class,
            new QueueName("parcels"),
            new RetryPolicy(2, Backoff.fixed(BACKOFF)),
            Duration.ofMinutes(1));
    private static final JobType<Parcel> OTHER_TYPE =
            new JobType<>("send-letter", Parcel.class, new QueueName("letters"), TYPE.retry(), TYPE.timeLimit());

    /** A payload. */
    private record Parcel(String label) {}

    private final List<String> sent = new ArrayList<>();
    private final List<String> followed = new ArrayList<>();
    private final Queue<Work> work = new ArrayDeque<>();
    private final ManualEngine engine = new ManualEngine()
            .with(new Sender(TYPE))
            .with(new Sender(OTHER_TYPE))
            .with(new Follower());

    @Test
    void dueJobsOfAllQueuesRunAndItIsToldWhatCameOfThem() {
        JobId parcel = engine.enqueue(TYPE, new Parcel("a"));
        JobId letter = engine.enqueue(OTHER_TYPE, new Parcel("b"));

        assertThat(engine.runDue())
                .containsExactlyInAnyOrder(
                        new AttemptedJob(parcel, "send-parcel", 1, new Done(), JobState.SUCCEEDED),
                        new AttemptedJob(letter, "send-letter", 1, new Done(), JobState.SUCCEEDED));
        assertThat(sent).containsExactlyInAnyOrder("a", "b");
        assertThat(engine.runDue()).isEmpty();
    }

    @Test
    void aFailedAttemptIsRepeatedOnceTheClockIsMovedAndTheLastOneBuriesTheJob() {
        work.add(run -> new Retry("out of reach"));
        work.add(run -> {
            throw new IllegalStateException("personal");
        });
        JobId id = engine.enqueue(TYPE, new Parcel("a"));

        assertThat(engine.runDue()).extracting(AttemptedJob::state).containsExactly(JobState.RETRYING);
        assertThat(engine.job(id))
                .hasErrors("out of reach")
                .isDueAt(engine.clock().instant().plus(BACKOFF));
        assertThat(engine.runDueAfter(BACKOFF.minusMillis(1))).isEmpty();
        assertThat(engine.runDueAfter(Duration.ofMillis(1))).hasSize(1);

        assertThat(engine.job(id)).died().hasAttempts(2);
        assertThat(engine.job(id).record().error()).startsWith("java.lang.IllegalStateException at ");
        assertThat(followed).containsExactly("a DEAD");
        assertThat(engine.retry(id)).isTrue();
        engine.runDue();
        assertThat(engine.job(id)).succeeded();
        assertThat(followed).containsExactly("a DEAD", "a AVAILABLE", "a SUCCEEDED");
    }

    @Test
    void aSnoozedJobIsDueLaterAndHasUsedNoAttempt() {
        work.add(run -> new Snooze(Duration.ofHours(1)));
        JobId id = engine.enqueue(TYPE, new Parcel("a"));
        engine.runDue();
        assertThat(engine.job(id)).hasState(JobState.SCHEDULED).hasAttempts(0).hasErrors();
        engine.runDueAfter(Duration.ofHours(1));
        assertThat(engine.job(id)).succeeded().hasAttempts(1);
    }

    @Test
    void anAbandonedJobDies() {
        work.add(run -> new Abandon("never"));
        work.add(run -> {
            throw new FinalFailure("refused");
        });
        JobId first = engine.enqueue(TYPE, new Parcel("a"));
        JobId second = engine.enqueue(TYPE, new Parcel("b"));
        engine.runDue();
        assertThat(engine.job(first)).died().hasErrors("never");
        assertThat(engine.job(second)).died().hasErrors("refused");
    }

    @Test
    void resultProgressAndLogAreThere() {
        work.add(run -> {
            run.log("begun");
            run.progress(new JobProgress(50, "half"));
            run.log("ended");
            return new Done(new Parcel("receipt"));
        });
        JobId id = engine.enqueue(TYPE, new Parcel("a"));
        engine.runDue();
        assertThat(engine.job(id))
                .hasResult(new Parcel("receipt"))
                .hasProgress(50, "half")
                .hasLogged("begun", "ended");
    }

    @Test
    void whatWasEnqueuedIsToldWithItsOptions() {
        engine.enqueue(
                TYPE,
                new Parcel("a"),
                options -> options.group(new GroupKey("ada")).start(new Start.After(Duration.ofDays(1))));
        assertThat(engine.enqueued()).hasSize(1);
        assertThat(engine.onlyEnqueued(TYPE))
                .hasType(TYPE)
                .hasPayload(new Parcel("a"))
                .hasOptions(options -> assertThat(options.group()).isEqualTo(new GroupKey("ada")))
                .hasState(JobState.SCHEDULED)
                .isDueAt(engine.clock().instant().plus(Duration.ofDays(1)));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> engine.onlyEnqueued(OTHER_TYPE));
    }

    @Test
    void theMoreUrgentGoesFirstEvenIfItComesMeanwhile() {
        work.add(run -> {
            engine.enqueue(TYPE, new Parcel("urgent"), options -> options.priority(Priority.HIGHEST));
            return new Done();
        });
        engine.enqueue(TYPE, new Parcel("first"));
        engine.enqueue(TYPE, new Parcel("second"));
        engine.runDue();
        assertThat(sent).containsExactly("first", "urgent", "second");
    }

    @Test
    void aParentRunsOnceItsChildrenAreDone() {
        JobId parent = engine.enqueue(TYPE, new Parcel("parent"), options -> options.start(new Start.AfterChildren(2)));
        assertThat(engine.runDue()).isEmpty();
        engine.enqueue(OTHER_TYPE, new Parcel("child"), options -> options.parent(parent));
        engine.enqueue(OTHER_TYPE, new Parcel("child"), options -> options.parent(parent));
        engine.runDue();
        assertThat(sent).containsExactly("child", "child", "parent");
    }

    @Test
    void oneOfManyUniqueRequestsBecomesAJob() {
        Uniqueness daily = new Uniqueness("a", Duration.ofDays(1), Uniqueness.Conflict.KEEP);
        JobId first = engine.enqueue(TYPE, new Parcel("a"), options -> options.unique(daily));
        assertThat(engine.enqueue(TYPE, new Parcel("b"), options -> options.unique(daily)))
                .isEqualTo(first);
        assertThat(engine.enqueued()).hasSize(1);
    }

    @Test
    void aCancelledJobNeverRuns() {
        JobId id = engine.enqueue(TYPE, new Parcel("a"));
        assertThat(engine.cancel(id)).isTrue();
        assertThat(engine.runDue()).isEmpty();
        assertThat(engine.job(id)).hasState(JobState.CANCELLED);
        assertThat(followed).containsExactly("a CANCELLED");
    }

    @Test
    void whatIsPausedDoesNotRun() {
        engine.enqueue(TYPE, new Parcel("a"));
        engine.jobs().pauseType(TYPE.name(), true);
        assertThat(engine.runDue()).isEmpty();
        engine.jobs().pauseType(TYPE.name(), false);
        assertThat(engine.runDue()).hasSize(1);
    }

    @Test
    void whatARolledBackTransactionEnqueuedIsGone() {
        work.add(run -> run.inTransaction(() -> {
            engine.enqueue(OTHER_TYPE, new Parcel("b"));
            throw new IllegalStateException("the transaction ends here");
        }));
        engine.enqueue(TYPE, new Parcel("a"));
        engine.runDue();
        assertThat(engine.enqueued(OTHER_TYPE)).isEmpty();
        engine.runDueAfter(BACKOFF);
        assertThat(engine.onlyEnqueued(TYPE)).succeeded().hasAttempts(2);
    }

    @Test
    void whatARolledBackTransactionChangedIsAsItWas() {
        work.add(run -> new Abandon("never"));
        JobId id = engine.enqueue(TYPE, new Parcel("a"));
        engine.runDue();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> engine.transactions().run(() -> {
                    engine.retry(id);
                    throw new IllegalStateException("the transaction ends here");
                }));
        assertThat(engine.job(id)).died().hasAttempts(1).hasErrors("never");
    }

    @Test
    void aJobWhoseFollowerFailsIsGivenUpAsByAWorker() {
        engine.enqueue(TYPE, new Parcel("unfollowable"));
        engine.runDue();
        assertThat(engine.onlyEnqueued(TYPE))
                .died()
                .hasErrors("its settlement failed: java.lang.IllegalStateException");
    }

    @Test
    void jobsThatAreAlwaysDueEndTheTest() {
        for (int attempt = 0; attempt < 20_000; attempt++) {
            work.add(run -> new Snooze(Duration.ZERO));
        }
        engine.enqueue(TYPE, new Parcel("a"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(engine::runDue)
                .withMessageContaining("jobs keep being due");
    }

    @Test
    void anAssertionThatDoesNotHoldNamesTheJob() {
        JobId id = engine.enqueue(TYPE, new Parcel("a"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(engine.job(id)).hasPayload(new Parcel("b")))
                .withMessageContaining(id.value().toString())
                .withMessageContaining("payload");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(engine.job(id)).hasErrors("out of reach"));
    }

    /** What to do at the next attempt. */
    private interface Work {

        JobOutcome at(JobRun run);
    }

    private final class Sender implements JobHandler<Parcel> {

        private final JobType<Parcel> type;

        Sender(JobType<Parcel> type) {
            this.type = type;
        }

        @Override
        public JobType<Parcel> type() {
            return type;
        }

        @Override
        public JobOutcome handle(Parcel parcel, JobRun run) {
            sent.add(parcel.label());
            Work next = work.poll();
            return next == null ? new Done() : next.at(run);
        }
    }

    private final class Follower implements JobFollower<Parcel> {

        @Override
        public JobType<Parcel> type() {
            return TYPE;
        }

        @Override
        public void follow(List<Parcel> parcels, JobState state) {
            if (parcels.contains(new Parcel("unfollowable"))) {
                throw new IllegalStateException("cannot follow");
            }
            parcels.forEach(parcel -> followed.add(parcel.label() + " " + state));
        }
    }
}
