package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many jobs there are after each change. */
interface JobCountsContract extends JobRecordFixture {

    @Test
    default void anEmptyRecordCountsNothing() {
        assertCounts(Map.of());
    }

    @Test
    default void jobsAreCountedByQueueTypeAndState() {
        enqueue(TYPE);
        enqueue(TYPE, options -> options.group(new GroupKey("ada")));
        enqueue(SECOND_TYPE, options -> options.start(new Start.After(LIMIT)));
        enqueue(OTHER_TYPE, options -> options.start(new Start.AfterChildren(1)));

        assertThat(counts().totals())
                .containsExactlyInAnyOrder(
                        new JobCount(QUEUE, "send-parcel", JobState.AVAILABLE, 2),
                        new JobCount(QUEUE, "return-parcel", JobState.SCHEDULED, 1),
                        new JobCount(OTHER_QUEUE, "send-letter", JobState.WAITING, 1));
    }

    @Test
    default void aJobIsCountedInEachStateOfItsLife() {
        enqueue(TYPE);
        assertCounts(Map.of(JobState.AVAILABLE, 1L));
        Dispatch dispatch = dispatchOne();
        assertCounts(Map.of(JobState.DISPATCHED, 1L));
        ClaimedJob job = claim(dispatch, worker()).orElseThrow();
        assertCounts(Map.of(JobState.RUNNING, 1L));
        claims().progress(job, new JobProgress(50, "half"));
        claims().log(job, "half of it");
        assertCounts(Map.of(JobState.RUNNING, 1L));
        succeed(job);
        assertCounts(Map.of(JobState.SUCCEEDED, 1L));
    }

    @Test
    default void eachWayToSettleIsCounted() {
        settle(new Settlement.Retry(claimNew(worker()), Duration.ofHours(1), "broken"));
        assertCounts(Map.of(JobState.RETRYING, 1L));
        settle(new Settlement.Postpone(claimNew(worker()), Duration.ofHours(1)));
        assertCounts(Map.of(JobState.RETRYING, 1L, JobState.SCHEDULED, 1L));
        bury(claimNew(worker()), "broken");
        assertCounts(Map.of(JobState.RETRYING, 1L, JobState.SCHEDULED, 1L, JobState.DEAD, 1L));
        settle(new Settlement.Rescue(claimNew(worker()), "gone"));
        assertCounts(Map.of(JobState.RETRYING, 1L, JobState.SCHEDULED, 1L, JobState.DEAD, 1L, JobState.AVAILABLE, 1L));
    }

    @Test
    default void whatAnOperatorDoesIsCounted() {
        ClaimedJob job = claimNew(worker());
        JobId id = job.dispatch().job();
        bury(job, "broken");
        retryByHand(id);
        assertCounts(Map.of(JobState.AVAILABLE, 1L));
        transactions().run(() -> jobs().reschedule(List.of(id), new Start.After(LIMIT)));
        assertCounts(Map.of(JobState.SCHEDULED, 1L));
        cancel(id);
        assertCounts(Map.of(JobState.CANCELLED, 1L));
    }

    @Test
    default void aStatementThatChangesManyJobsCountsThemAll() {
        Stream.generate(() -> TYPE).limit(5).forEach(this::enqueue);
        dispatchAll(lead());
        assertCounts(Map.of(JobState.DISPATCHED, 5L));
    }

    @Test
    default void theCountsOfADayGoWithIt() {
        JobId finished = enqueue(TYPE);
        enqueue(TYPE);
        cancel(finished);
        assertCounts(Map.of(JobState.CANCELLED, 1L, JobState.AVAILABLE, 1L));
        pass(Duration.ofDays(3));
        cancel(enqueue(TYPE));
        assertCounts(Map.of(JobState.CANCELLED, 2L, JobState.AVAILABLE, 1L));

        transactions().run(() -> upkeep().dropDays(Duration.ofDays(1)));
        assertCounts(Map.of(JobState.CANCELLED, 1L, JobState.AVAILABLE, 1L));
    }

    @Test
    default void changesAreCountedWhileOthersAreFolded() {
        Concurrently.times(8, () -> {
            for (int i = 0; i < 20; i++) {
                cancel(enqueue(TYPE));
                enqueue(TYPE);
                transactions().call(() -> upkeep().foldCounts(7));
            }
            return true;
        });
        assertCounts(Map.of(JobState.CANCELLED, 160L, JobState.AVAILABLE, 160L));
    }

    private void assertCounts(Map<JobState, Long> expected) {
        assertThat(parcels()).isEqualTo(expected);
        while (transactions().call(() -> upkeep().foldCounts(2)) > 0) {
            assertThat(parcels()).isEqualTo(expected);
        }
        assertThat(parcels()).isEqualTo(expected);
    }

    private Map<JobState, Long> parcels() {
        return counts().totals().stream()
                .filter(count -> count.type().equals("send-parcel"))
                .collect(Collectors.toMap(JobCount::state, JobCount::jobs));
    }
}
