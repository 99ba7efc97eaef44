package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.JobAct.Cancel;
import dev.sluice.domain.job.JobAct.Promote;
import dev.sluice.domain.job.JobAct.Reschedule;
import dev.sluice.domain.job.JobAct.Retry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which jobs an operator's act picks, and that it changes many at a time. */
interface JobsInBulkContract extends JobRecordFixture {

    JobFilter PARCELS = new JobFilter(null, null, QUEUE, null);

    @Test
    default void eachActPicksTheJobsThatItChanges() {
        JobId waiting = enqueue(TYPE, options -> options.start(new Start.AfterChildren(1)));
        ClaimedJob retrying = claimNew(worker());
        settle(new Settlement.Retry(retrying, LIMIT, "broken"));
        ClaimedJob dead = claimNew(worker());
        bury(dead, "broken");
        succeed(claimNew(worker()));
        ClaimedJob running = claimNew(worker());
        enqueue(TYPE);
        JobId dispatched = dispatchOne().job();
        JobId scheduled = enqueue(TYPE, options -> options.start(new Start.After(LIMIT)));
        JobId available = enqueue(TYPE);
        JobId later = retrying.dispatch().job();

        assertThat(picked(PARCELS, new Retry())).containsExactly(dead.dispatch().job());
        assertThat(picked(PARCELS, new Promote())).containsExactlyInAnyOrder(later, scheduled);
        assertThat(picked(PARCELS, new Reschedule(Instant.parse("2099-01-01T00:00:00Z"))))
                .containsExactlyInAnyOrder(later, scheduled, available, dispatched);
        assertThat(picked(PARCELS, new Cancel()))
                .containsExactlyInAnyOrder(waiting, later, running.dispatch().job(), scheduled, available, dispatched);
        assertThat(picked(PARCELS, new Reschedule(Instant.EPOCH))).containsExactlyInAnyOrder(later, scheduled);
    }

    @Test
    default void allThatTheFilterSaysHasToHold() {
        GroupKey ada = new GroupKey("ada");
        JobId hers = enqueue(TYPE, options -> options.group(ada));
        JobId second = enqueue(SECOND_TYPE, options -> options.group(ada));
        JobId other = enqueue(OTHER_TYPE);

        assertThat(picked(JobFilter.ALL, new Cancel())).containsExactlyInAnyOrder(hers, second, other);
        assertThat(picked(new JobFilter(JobState.AVAILABLE, "send-parcel", QUEUE, ada), new Cancel()))
                .containsExactly(hers);
        assertThat(picked(new JobFilter(null, null, null, ada), new Cancel())).containsExactlyInAnyOrder(hers, second);
        assertThat(picked(new JobFilter(JobState.RUNNING, null, null, ada), new Cancel()))
                .isEmpty();
        assertThat(picked(new JobFilter(JobState.SUCCEEDED, null, null, null), new Cancel()))
                .isEmpty();
    }

    @Test
    default void jobsArePickedInTheOrderOfTheirIds() {
        List<JobId> ids = enqueued(5);

        assertThat(pick(PARCELS, new Cancel(), null, 2)).isEqualTo(ids.subList(0, 2));
        assertThat(pick(PARCELS, new Cancel(), ids.get(1), 9)).isEqualTo(ids.subList(2, 5));
        assertThat(pick(PARCELS, new Cancel(), ids.get(4), 9)).isEmpty();
    }

    @Test
    default void deadJobsArePickedInTheOrderOfTheirIds() {
        List<JobId> ids = Stream.generate(() -> claimNew(worker()))
                .limit(3)
                .peek(job -> bury(job, "broken"))
                .map(job -> job.dispatch().job())
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .toList();

        assertThat(pick(PARCELS, new Retry(), null, 2)).isEqualTo(ids.subList(0, 2));
        assertThat(pick(PARCELS, new Retry(), ids.get(1), 2)).isEqualTo(ids.subList(2, 3));
    }

    @Test
    default void countingEndsAtTheLimit() {
        enqueued(3);

        assertThat(jobs().count(PARCELS, new Cancel(), 9)).isEqualTo(3);
        assertThat(jobs().count(PARCELS, new Cancel(), 2)).isEqualTo(2);
        assertThat(jobs().count(PARCELS, new Retry(), 9)).isZero();
    }

    @Test
    default void aJobThatIsDueThenIsNotRescheduledAgain() {
        enqueue(TYPE);
        Instant then = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        Reschedule act = new Reschedule(then);
        transactions().run(() -> jobs().reschedule(jobs().pick(PARCELS, act, null, 9), new Start.At(then)));

        assertThat(picked(PARCELS, act)).isEmpty();
        assertThat(picked(PARCELS, new Reschedule(then.plusSeconds(1)))).hasSize(1);
        Reschedule past = new Reschedule(Instant.EPOCH);
        assertThat(picked(PARCELS, past)).hasSize(1);
        transactions().run(() -> jobs().reschedule(jobs().pick(PARCELS, past, null, 9), new Start.At(past.at())));
        assertThat(picked(PARCELS, past)).isEmpty();
    }

    @Test
    default void manyJobsAreControlledAtOnceAndOthersAreLeft() {
        ClaimedJob dead = claimNew(worker());
        bury(dead, "broken");
        List<JobId> ids = enqueued(3);
        JobId left = enqueue(TYPE);

        assertThat(transactions().call(() -> jobs().reschedule(ids, new Start.After(LIMIT))))
                .extracting(ControlledJob::id)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(transactions().call(() -> jobs().cancel(ids)))
                .extracting(ControlledJob::id)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(transactions().call(() -> jobs().cancel(ids))).isEmpty();
        assertThat(transactions()
                        .call(() -> jobs().retry(List.of(dead.dispatch().job(), left, ids.getFirst()))))
                .extracting(ControlledJob::id)
                .containsExactly(dead.dispatch().job());
        assertThat(transactions().call(() -> jobs().cancel(List.of()))).isEmpty();
        assertThat(stateOf(left)).isEqualTo(JobState.AVAILABLE);
    }

    private List<JobId> enqueued(int jobs) {
        return Stream.generate(() -> enqueue(TYPE))
                .limit(jobs)
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .toList();
    }

    private List<JobId> picked(JobFilter filter, JobAct act) {
        List<JobId> picked = pick(filter, act, null, 9);
        assertThat(jobs().count(filter, act, 9)).isEqualTo(picked.size());
        return picked;
    }

    private List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit) {
        return transactions().call(() -> jobs().pick(filter, act, after, limit));
    }
}
