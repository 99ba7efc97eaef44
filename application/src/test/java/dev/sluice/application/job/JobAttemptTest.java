package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobOutcome.Abandon;
import dev.sluice.domain.job.JobOutcome.Done;
import dev.sluice.domain.job.JobOutcome.Retry;
import dev.sluice.domain.job.JobOutcome.Snooze;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.load.KnownLogContext;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobAttemptTest {

    private static final String PERSONAL = "ada@example.org is unknown";

    private final Chores chores = new Chores();
    private final CountedMetrics metrics = new CountedMetrics();
    private final KnownLogContext log = new KnownLogContext();

    static List<JobOutcome> outcomes() {
        return List.of(new Done(), new Retry("later"), new Snooze(Chore.BACKOFF), new Abandon("never"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatTheHandlerAnswersIsTheOutcome(JobOutcome outcome) {
        assertThat(attempt((chore, run) -> outcome)).isEqualTo(outcome);
    }

    @Test
    void theHandlerGetsThePayloadOfTheJob() {
        List<Chore> handled = new ArrayList<>();
        attempt((chore, run) -> {
            handled.add(chore);
            return new Done();
        });
        assertThat(handled).containsExactly(new Chore("sweep"));
    }

    @Test
    void whatItDoesIsBackgroundWorkWithTheTimeLimitAsDeadline() {
        List<Work> seen = new ArrayList<>();
        attempt((chore, run) -> {
            seen.add(Work.current());
            return new Done();
        });
        assertThat(seen).singleElement().satisfies(work -> {
            assertThat(work.urgency()).isEqualTo(Urgency.BACKGROUND);
            assertThat(work.deadline()).isNotNull();
        });
    }

    @Test
    void itIsDoneAndLoggedForTheRequestThatTheJobWasEnqueuedForAndSoAreTheJobsThatItEnqueues() {
        new Work(Urgency.REQUEST, null, "req-1").run(() -> chores.enqueue("sweep"));
        JobOutcome outcome = attemptOn(chores.claim(), new ChoreHandler((chore, run) -> {
            assertThat(log.requests()).containsExactly("req-1");
            chores.enqueue("mop");
            return new Done();
        }));
        assertThat(outcome).isEqualTo(new Done());
        assertThat(chores.claim().requestId()).isEqualTo("req-1");
    }

    @Test
    void aFinalFailureGivesUpWithItsMessage() {
        assertThat(failWith(new FinalFailure("refused for good"))).isEqualTo(new Abandon("refused for good"));
    }

    @Test
    void aRetryableFailureIsTriedAgainWithItsMessage() {
        assertThat(failWith(new RetryableFailure("out of reach", new IllegalStateException(PERSONAL))))
                .isEqualTo(new Retry("out of reach"));
    }

    @Test
    void anyOtherFailureIsTriedAgainUnderItsTypeAndPlaceWithoutItsMessage() {
        Retry retry = (Retry) failWith(new IllegalArgumentException(PERSONAL));
        assertThat(retry.reason())
                .startsWith("java.lang.IllegalArgumentException at ")
                .contains("JobAttemptTest")
                .doesNotContain("ada@example.org");
    }

    @Test
    void anErrorIsTriedAgainUnderItsTypeAndPlaceWithoutItsMessage() {
        Retry retry = (Retry) attempt((chore, run) -> {
            throw new NoClassDefFoundError(PERSONAL);
        });
        assertThat(retry.reason())
                .startsWith("java.lang.NoClassDefFoundError at ")
                .doesNotContain("ada@example.org");
    }

    @Test
    void anInterruptedAttemptIsTriedAgain() {
        JobOutcome outcome = attempt((chore, run) -> {
            throw new InterruptedException();
        });
        assertThat(outcome).isEqualTo(new Retry("interrupted"));
    }

    @Test
    void aJobOfAnUnknownTypeIsTriedAgainForANewerReleaseMayKnowIt() {
        JobAttempt attempt =
                new JobAttempt(new JobHandlers(List.of()), chores.jobs(), chores.transactions(), metrics, log);
        assertThat(attempt.run(chores.claimNew("sweep"))).isEqualTo(new Retry("no handler for the job type do-chore"));
    }

    @Test
    void anUnreadablePayloadGivesUp() {
        JobType<String> sameName =
                new JobType<>(Chore.TYPE.name(), String.class, Chore.QUEUE, Chore.RETRY, Chore.LIMIT);
        chores.enqueue(JobRequest.of(Chores.newId(), sameName, "no chore"));
        assertThat(attemptOn(chores.claim(), ChoreHandler.thatSucceeds())).isInstanceOf(Abandon.class);
    }

    @Test
    void workInATransactionOfTheRunGivesItsResult() {
        List<Boolean> open = new ArrayList<>();
        JobOutcome outcome = attempt((chore, run) -> {
            open.add(run.inTransaction(chores.transactions()::isOpen));
            return new Done();
        });
        assertThat(outcome).isEqualTo(new Done());
        assertThat(open).containsExactly(true);
    }

    @Test
    void workOfAnAttemptThatHasLostItsClaimNeverBegins() {
        List<String> written = new ArrayList<>();
        JobOutcome outcome = attempt((chore, run) -> {
            chores.jobs().leave(chores.worker());
            rescue();
            run.inTransaction(() -> written.add("too late"));
            return new Done();
        });
        assertThat(written).isEmpty();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Retry.class,
                        retry -> assertThat(retry.reason())
                                .startsWith("the claim on job ")
                                .endsWith(" is lost"));
    }

    @Test
    void whatIsKeptAndLoggedOfAFailureIsMasked() {
        Logger logger = Logger.getLogger(JobAttempt.class.getName());
        Noted noted = new Noted();
        logger.addHandler(noted);
        try {
            assertThat(failWith(new FinalFailure(PERSONAL))).isEqualTo(new Abandon("*** is unknown"));
            assertThat(failWith(new RetryableFailure(PERSONAL, new IllegalStateException())))
                    .isEqualTo(new Retry("*** is unknown"));
        } finally {
            logger.removeHandler(noted);
        }
        assertThat(noted.lines).hasSize(2).allMatch(text -> text.endsWith("failed: *** is unknown"));
    }

    /** Lines of a log as they read. */
    private static final class Noted extends Handler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private void rescue() {
        chores.jobs()
                .orphans(1)
                .forEach(orphan -> chores.jobs().settle(List.of(new Settlement.Rescue(orphan, "rescued"))));
    }

    private JobOutcome failWith(RuntimeException failure) {
        return attempt((chore, run) -> {
            throw failure;
        });
    }

    private JobOutcome attempt(ChoreHandler.Work work) {
        return attemptOn(chores.claimNew("sweep"), new ChoreHandler(work));
    }

    private JobOutcome attemptOn(ClaimedJob job, ChoreHandler handler) {
        JobHandlers handlers = new JobHandlers(List.of(handler));
        return new JobAttempt(handlers, chores.jobs(), chores.transactions(), metrics, log).run(job);
    }
}
