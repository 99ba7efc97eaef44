package dev.sluice.application.job.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ObservedJobsTest {

    private static final Duration WHILE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Told told = new Told();
    private final ObservedJobs jobs =
            new ObservedJobs(new InMemoryJobs(clock, transactions), new CommittedEvents(transactions, told, clock));

    @Test
    void anEnqueuedJobIsToldWithItsTypeItsQueueAndTheTime() {
        JobId job = enqueue(UnaryOperator.identity());

        assertThat(told.events())
                .containsExactly(new JobEvent(
                        job, "run-errand", Errand.QUEUE, JobState.AVAILABLE, 0, Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void aJobIsToldInTheStateThatItsStartBringsIt() {
        for (Start start : new Start[] {
            new Start.After(WHILE),
            new Start.At(clock.instant().plus(WHILE)),
            new Start.AfterChildren(1),
            new Start.After(Duration.ZERO),
            new Start.At(clock.instant())
        }) {
            JobId job = enqueue(options -> options.start(start));
            assertThat(told.events())
                    .last()
                    .extracting(JobEvent::state)
                    .isEqualTo(jobs.find(job).orElseThrow().state());
        }
        assertThat(told.words())
                .containsExactly(
                        "SCHEDULED 0 run-errand errands",
                        "SCHEDULED 0 run-errand errands",
                        "WAITING 0 run-errand errands",
                        "AVAILABLE 0 run-errand errands",
                        "AVAILABLE 0 run-errand errands");
    }

    @Test
    void nothingIsToldBeforeTheCommit() {
        transactions.run(() -> {
            enqueue(UnaryOperator.identity());
            assertThat(told.events()).isEmpty();
        });
        assertThat(told.events()).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(() -> {
                    enqueue(UnaryOperator.identity());
                    throw new IllegalStateException("rolled back");
                }));
        assertThat(told.events()).isEmpty();
    }

    @Test
    void aUniqueJobThatIsKeptIsNotToldAgain() {
        enqueue(options -> options.unique(new Uniqueness("milk", WHILE, Conflict.KEEP)));
        enqueue(options -> options.unique(new Uniqueness("milk", WHILE, Conflict.KEEP)));

        assertThat(told.events()).hasSize(1);
    }

    @Test
    void aUniqueJobThatIsReplacedIsToldUnderItsOwnId() {
        JobId first = enqueue(options -> options.unique(new Uniqueness("milk", WHILE, Conflict.REPLACE)));
        enqueue(options ->
                options.unique(new Uniqueness("milk", WHILE, Conflict.REPLACE)).start(new Start.After(WHILE)));

        assertThat(told.events()).extracting(JobEvent::id).containsExactly(first, first);
        assertThat(told.events()).extracting(JobEvent::state).containsExactly(JobState.AVAILABLE, JobState.SCHEDULED);
    }

    @Test
    void whatAnOperatorChangesIsTold() {
        JobId job = enqueue(UnaryOperator.identity());
        told.words();

        jobs.reschedule(List.of(job), new Start.After(WHILE));
        jobs.reschedule(List.of(job), new Start.Now());
        jobs.cancel(List.of(job));

        assertThat(told.words())
                .containsExactly(
                        "SCHEDULED 0 run-errand errands",
                        "AVAILABLE 0 run-errand errands",
                        "CANCELLED 0 run-errand errands");
    }

    @Test
    void whatAnOperatorIsRefusedIsNotTold() {
        JobId job = enqueue(UnaryOperator.identity());
        jobs.cancel(List.of(job));
        told.words();

        jobs.cancel(List.of(job));
        jobs.retry(List.of(job));
        jobs.reschedule(List.of(job), new Start.Now());

        assertThat(told.events()).isEmpty();
    }

    private JobId enqueue(UnaryOperator<JobOptions> options) {
        return transactions.call(() -> jobs.enqueue(Errand.request(options)));
    }
}
