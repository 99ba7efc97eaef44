package dev.sluice.application.job.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.LaneShares;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ObservedJobClaimsTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs record = new InMemoryJobs(clock, transactions);
    private final Told told = new Told();
    private final ObservedJobClaims claims =
            new ObservedJobClaims(record, new CommittedEvents(transactions, told, clock));
    private final WorkerId worker = WorkerId.random();

    ObservedJobClaimsTest() {
        claims.register(worker, new WorkerOffer(Set.of(Errand.QUEUE), 100), LONG);
    }

    @Test
    void whatIsClaimedRuns() {
        claims.claim(dispatch(2), worker);

        assertThat(told.words()).containsExactly("RUNNING 1 run-errand errands", "RUNNING 1 run-errand errands");
    }

    @Test
    void whatCannotBeClaimedIsNotTold() {
        claims.claim(dispatch(1), WorkerId.random());

        assertThat(told.events()).isEmpty();
    }

    @Test
    void everyAttemptIsToldAsItEnded() {
        List<ClaimedJob> jobs = claimed(6);

        settle(
                new Settlement.Finish(jobs.get(0), JobState.SUCCEEDED, null, null),
                new Settlement.Finish(jobs.get(1), JobState.DEAD, null, "broken"),
                new Settlement.Retry(jobs.get(2), LONG, "failed"),
                new Settlement.Postpone(jobs.get(3), LONG),
                new Settlement.Postpone(jobs.get(4), Duration.ZERO),
                new Settlement.Rescue(jobs.get(5), "the worker stopped"));

        assertThat(told.words())
                .containsExactly(
                        "SUCCEEDED 1 run-errand errands",
                        "DEAD 1 run-errand errands",
                        "RETRYING 1 run-errand errands",
                        "SCHEDULED 0 run-errand errands",
                        "AVAILABLE 0 run-errand errands",
                        "AVAILABLE 1 run-errand errands");
    }

    @Test
    void whatIsToldOfAnAttemptIsWhatTheRecordSays() {
        List<ClaimedJob> jobs = claimed(3);

        settle(
                new Settlement.Retry(jobs.get(0), LONG, "failed"),
                new Settlement.Postpone(jobs.get(1), LONG),
                new Settlement.Rescue(jobs.get(2), "the worker stopped"));

        assertThat(told.events()).hasSize(3).allSatisfy(event -> {
            var job = record.find(event.id()).orElseThrow();
            assertThat(event.state()).isEqualTo(job.state());
            assertThat(event.attempt()).isEqualTo(job.attempt());
        });
    }

    @Test
    void aLostClaimIsNotTold() {
        ClaimedJob job = claimed(1).getFirst();
        record.cancel(List.of(job.dispatch().job()));

        settle(new Settlement.Finish(job, JobState.SUCCEEDED, null, null));
        claims.handBack(job);

        assertThat(told.events()).isEmpty();
    }

    @Test
    void anAttemptThatIsHandedBackWaitsAgain() {
        ClaimedJob job = claimed(1).getFirst();

        claims.handBack(job);

        assertThat(told.words()).containsExactly("AVAILABLE 0 run-errand errands");
    }

    @Test
    void aSettlementIsToldOnceItHasCommitted() {
        ClaimedJob job = claimed(1).getFirst();

        transactions.run(() -> {
            settle(new Settlement.Finish(job, JobState.SUCCEEDED, null, null));
            assertThat(told.events()).isEmpty();
        });

        assertThat(told.events()).hasSize(1);
    }

    @Test
    void aSettlementThatIsRolledBackIsNotTold() {
        ClaimedJob job = claimed(1).getFirst();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(() -> {
                    settle(new Settlement.Finish(job, JobState.SUCCEEDED, null, null));
                    throw new IllegalStateException("a follower failed");
                }));

        assertThat(told.events()).isEmpty();
    }

    private void settle(Settlement... settlements) {
        transactions.run(() -> claims.settle(List.of(settlements)));
    }

    /** Claimed jobs, of which nothing is left to ask for. */
    private List<ClaimedJob> claimed(int jobs) {
        List<ClaimedJob> claimed = claims.claim(dispatch(jobs), worker);
        told.words();
        return claimed;
    }

    private List<Dispatch> dispatch(int jobs) {
        for (int each = 0; each < jobs; each++) {
            record.enqueue(Errand.request(UnaryOperator.identity()));
        }
        DispatcherTerm term = record.lead(worker, LONG).orElseThrow();
        LaneShare all = LaneShares.first(new Lane(Errand.TYPE.name(), GroupKey.NONE), jobs);
        return record.dispatch(term, Errand.QUEUE, List.of(all));
    }
}
