package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.Uniqueness.Conflict;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.Concurrently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the record of jobs does for those who request and control them. */
interface JobsContract extends JobRecordFixture {

    @Test
    default void anEnqueuedJobIsAvailable() {
        Job job =
                find(enqueue(TYPE, options -> options.priority(Priority.HIGHEST).group(new GroupKey("ada"))));

        assertThat(job.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(job.type()).isEqualTo("send-parcel");
        assertThat(job.queue()).isEqualTo(QUEUE);
        assertThat(job.priority()).isEqualTo(Priority.HIGHEST);
        assertThat(job.group()).isEqualTo(new GroupKey("ada"));
        assertThat(job.attempt()).isZero();
        assertThat(job.attempts()).isEqualTo(3);
        assertThat(job.times().startedAt()).isNull();
        assertThat(job.times().finishedAt()).isNull();
        assertThat(job.worker()).isNull();
        assertThat(job.failures()).isEmpty();
        assertThat(job.error()).isNull();
    }

    @Test
    default void aJobKeepsTheRequestThatItWasEnqueuedForThroughTheHistoryAndBack() {
        Work request = new Work(Urgency.REQUEST, null, "req-1");
        JobId job = request.call(() -> enqueue(TYPE));

        assertThat(find(job).requestId()).isEqualTo("req-1");
        ClaimedJob claimed = claim(dispatchOne(), worker()).orElseThrow();
        assertThat(claimed.requestId()).isEqualTo("req-1");
        assertThat(bury(claimed, "on purpose")).isTrue();
        assertThat(find(job).requestId()).isEqualTo("req-1");
        assertThat(retryByHand(job)).isPresent();
        assertThat(find(job).requestId()).isEqualTo("req-1");
        assertThat(find(enqueue(TYPE)).requestId()).isNull();
    }

    @Test
    default void aJobThatStandsForALaterRequestInsteadNamesThat() {
        UnaryOperator<JobOptions> unique =
                options -> options.unique(new Uniqueness("ada", Duration.ofMinutes(1), Conflict.REPLACE));

        JobId job = new Work(Urgency.REQUEST, null, "req-1").call(() -> enqueue(request(TYPE, unique)));
        JobId same = new Work(Urgency.REQUEST, null, "req-2").call(() -> enqueue(request(TYPE, unique)));

        assertThat(same).isEqualTo(job);
        assertThat(find(job).requestId()).isEqualTo("req-2");
    }

    @Test
    default void severalJobsAreEnqueuedAtOnceEachAsItIsAsked() {
        JobId taken = enqueue(request(TYPE, options -> options.unique(unique(Conflict.KEEP))));
        JobRequest<Parcel> urgent = request(
                TYPE,
                options -> options.priority(Priority.HIGHEST)
                        .group(new GroupKey("ada"))
                        .retry(new RetryPolicy(7, Backoff.fixed(Duration.ofMinutes(1)))));
        JobRequest<Parcel> plain = request(TYPE, UnaryOperator.identity());
        JobRequest<Parcel> later = request(TYPE, options -> options.start(new Start.After(Duration.ofHours(1))));
        JobRequest<Parcel> unique = request(TYPE, options -> options.unique(unique(Conflict.KEEP)));

        List<JobId> plainOnes = enqueueAll(List.of(urgent, plain));
        List<JobId> others = enqueueAll(List.of(later, unique));

        assertThat(plainOnes).containsExactly(urgent.id(), plain.id());
        assertThat(others).containsExactly(later.id(), taken);
        Job job = find(urgent.id());
        assertThat(job.priority()).isEqualTo(Priority.HIGHEST);
        assertThat(job.group()).isEqualTo(new GroupKey("ada"));
        assertThat(job.attempts()).isEqualTo(7);
        assertThat(find(plain.id()))
                .usingRecursiveComparison()
                .ignoringFields("id", "times")
                .isEqualTo(find(enqueue(TYPE)));
        assertThat(find(plain.id()).times().dueAt())
                .isEqualTo(find(urgent.id()).times().enqueuedAt());
        assertThat(find(later.id()).state()).isEqualTo(JobState.SCHEDULED);
    }

    @Test
    default void eachOfSeveralJobsNamesItsOwnRequest() {
        JobRequest<Parcel> first =
                new Work(Urgency.REQUEST, null, "req-1").call(() -> request(TYPE, UnaryOperator.identity()));
        JobRequest<Parcel> second =
                new Work(Urgency.REQUEST, null, "req-2").call(() -> request(TYPE, UnaryOperator.identity()));

        enqueueAll(List.of(first, second));

        assertThat(find(first.id()).requestId()).isEqualTo("req-1");
        assertThat(find(second.id()).requestId()).isEqualTo("req-2");
    }

    private List<JobId> enqueueAll(List<JobRequest<Parcel>> requests) {
        return transactions().call(() -> jobs().enqueueAll(requests));
    }

    @Test
    default void aRollbackTakesBackWhatItsOwnTransactionDidAndNothingElse() {
        JobId cancelled = enqueue(TYPE);
        List<JobId> taken = new ArrayList<>();
        List<JobId> committed = new ArrayList<>();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> transactions().run(() -> {
                    jobs().cancel(List.of(cancelled));
                    taken.add(enqueue(TYPE));
                    committed.add(Concurrently.elsewhere(() -> enqueue(TYPE)));
                    throw new UncheckedIOException(new IOException("on purpose"));
                }));

        assertThat(stateOf(cancelled)).isEqualTo(JobState.AVAILABLE);
        assertThat(jobs().find(taken.getFirst())).isEmpty();
        assertThat(stateOf(committed.getFirst())).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    default void aJobIsThereForItsGroupsOwnerAndForOperationsAlone() {
        CreatorId creator = new CreatorId(IDS.next());
        JobId own = enqueue(TYPE, options -> options.group(GroupKey.of(creator)));
        JobId finished = enqueue(TYPE, options -> options.group(GroupKey.of(creator)));
        transactions().run(() -> jobs().cancel(List.of(finished)));
        JobId nobodys = enqueue(TYPE);
        Owner seller = new Owner.Seller(creator);

        assertThat(jobs().find(own, seller)).isPresent();
        assertThat(jobs().find(finished, seller)).isPresent();
        assertThat(jobs().find(nobodys, seller)).isEmpty();
        assertThat(jobs().find(own, new Owner.Seller(new CreatorId(IDS.next()))))
                .isEmpty();
        assertThat(jobs().find(finished, new Owner.Seller(new CreatorId(IDS.next()))))
                .isEmpty();
        assertThat(jobs().find(nobodys, Owner.operations())).isPresent();
    }

    @Test
    default void anUnknownJobIsNotFound() {
        assertThat(jobs().find(new JobId(IDS.next()))).isEmpty();
    }

    @Test
    default void aJobThatStartsLaterIsDispatchedOnceItsTimeHasCome() {
        JobId after = enqueue(TYPE, options -> options.start(new Start.After(Duration.ofSeconds(10))));
        JobId at = enqueue(
                TYPE, options -> options.start(new Start.At(Instant.now().plusSeconds(3_600))));
        DispatcherTerm term = lead();

        assertThat(stateOf(after)).isEqualTo(JobState.SCHEDULED);
        assertThat(stateOf(at)).isEqualTo(JobState.SCHEDULED);
        assertThat(dispatchAll(term)).isEmpty();
        pass(Duration.ofSeconds(11));
        assertThat(dispatchAll(term)).extracting(Dispatch::job).containsExactly(after);
    }

    @Test
    default void aTimeThatHasPassedIsNow() {
        assertThat(stateOf(enqueue(TYPE, options -> options.start(new Start.At(Instant.EPOCH)))))
                .isEqualTo(JobState.AVAILABLE);
    }

    @Test
    default void aJobThatHasNotBegunIsRescheduled() {
        JobId job = enqueue(TYPE);

        assertThat(reschedule(job, new Start.After(Duration.ofSeconds(10)))).hasValueSatisfying(later -> {
            assertThat(later.queue()).isEqualTo(TYPE.queue());
            assertThat(later.state()).isEqualTo(JobState.SCHEDULED);
            assertThat(later.payload().as(Parcel.class)).isEqualTo(new Parcel("fragile", 3));
        });
        assertThat(stateOf(job)).isEqualTo(JobState.SCHEDULED);
        assertThat(reschedule(job, new Start.Now()).map(ControlledJob::state)).hasValue(JobState.AVAILABLE);
        assertThat(claim(dispatchOne(), worker())).isPresent();
        assertThat(reschedule(job, new Start.Now())).isEmpty();
        assertThat(reschedule(new JobId(IDS.next()), new Start.Now())).isEmpty();
    }

    @Test
    default void aDispatchedJobThatNobodyHasClaimedIsRescheduledAndItsMessageIsWorthless() {
        JobId job = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        Instant place = find(job).times().dueAt();
        Dispatch hurried = dispatchOne();

        assertThat(reschedule(job, new Start.Now()).map(ControlledJob::state)).hasValue(JobState.AVAILABLE);
        assertThat(find(job).times().dueAt()).isEqualTo(place);
        Dispatch putOff = dispatchOne();
        assertThat(reschedule(job, new Start.After(Duration.ofSeconds(10))).map(ControlledJob::state))
                .hasValue(JobState.SCHEDULED);

        assertThat(claim(hurried, worker())).isEmpty();
        assertThat(claim(putOff, worker())).isEmpty();
        pass(Duration.ofSeconds(11));
        assertThat(claim(dispatchOne(), worker())).isPresent();
    }

    @Test
    default void whatIsAvailableKeepsItsPlaceWhenItIsToStartNow() {
        JobId first = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        Instant place = find(first).times().dueAt();

        reschedule(first, new Start.Now());
        assertThat(find(first).times().dueAt()).isEqualTo(place);
        reschedule(first, new Start.At(place));
        assertThat(find(first).times().dueAt()).isEqualTo(place);
        reschedule(first, new Start.After(Duration.ofHours(1)));
        assertThat(find(first).times().dueAt()).isAfter(place);
    }

    default Optional<ControlledJob> reschedule(JobId job, Start start) {
        return transactions().call(() -> jobs().reschedule(List.of(job), start)).stream()
                .findAny();
    }

    @Test
    default void aUniqueJobIsKeptWhileItsWindowRuns() {
        JobId first = enqueue(TYPE, options -> options.unique(unique(Conflict.KEEP)));
        JobId other = enqueue(SECOND_TYPE, options -> options.unique(unique(Conflict.KEEP)));

        assertThat(enqueue(TYPE, options -> options.unique(unique(Conflict.KEEP))))
                .isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        cancel(first);
        assertThat(enqueue(TYPE, options -> options.unique(unique(Conflict.KEEP))))
                .isEqualTo(first);
        pass(Duration.ofSeconds(61));
        JobId next = enqueue(TYPE, options -> options.unique(unique(Conflict.KEEP)));
        assertThat(next).isNotEqualTo(first);
        assertThat(stateOf(next)).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    default void aUniqueJobThatHasNotBegunIsReplaced() {
        JobId first = enqueue(
                TYPE,
                options -> options.unique(unique(Conflict.REPLACE)).start(new Start.After(Duration.ofSeconds(10))));
        JobId job = new JobId(IDS.next());
        JobId replaced = enqueue(JobRequest.of(job, TYPE, new Parcel("solid", 9))
                .with(options -> options.unique(unique(Conflict.REPLACE)).priority(Priority.HIGHEST)));

        assertThat(replaced).isEqualTo(first);
        assertThat(jobs().find(job)).isEmpty();
        assertThat(find(first).priority()).isEqualTo(Priority.HIGHEST);
        ClaimedJob claimed = claim(dispatchOne(), worker()).orElseThrow();
        assertThat(claimed.payload().as(Parcel.class)).isEqualTo(new Parcel("solid", 9));
    }

    @Test
    default void aUniqueJobThatIsReplacedKeepsItsPlace() {
        JobId first = enqueue(TYPE, options -> options.unique(unique(Conflict.REPLACE)));
        pass(Duration.ofSeconds(1));
        JobId second = enqueue(TYPE);
        Instant place = find(first).times().dueAt();

        enqueue(TYPE, options -> options.unique(unique(Conflict.REPLACE)));

        assertThat(find(first).times().dueAt())
                .isEqualTo(place)
                .isBefore(find(second).times().dueAt());
    }

    @Test
    default void aUniqueJobThatIsDispatchedAndNobodyHasClaimedIsReplaced() {
        JobId first = enqueue(TYPE, options -> options.unique(unique(Conflict.REPLACE)));
        Dispatch former = dispatchOne();

        assertThat(enqueue(JobRequest.of(new JobId(IDS.next()), TYPE, new Parcel("solid", 9))
                        .with(options -> options.unique(unique(Conflict.REPLACE)))))
                .isEqualTo(first);

        assertThat(claim(former, worker())).isEmpty();
        ClaimedJob claimed = claim(dispatchOne(), worker()).orElseThrow();
        assertThat(claimed.payload().as(Parcel.class)).isEqualTo(new Parcel("solid", 9));
    }

    @Test
    default void aUniqueJobThatHasBegunIsNotReplaced() {
        enqueue(TYPE, options -> options.unique(unique(Conflict.REPLACE)));
        ClaimedJob running = claim(dispatchOne(), worker()).orElseThrow();

        JobId second = enqueue(TYPE, options -> options.unique(unique(Conflict.REPLACE)));

        assertThat(second).isNotEqualTo(running.dispatch().job());
        assertThat(enqueue(TYPE, options -> options.unique(unique(Conflict.KEEP))))
                .isEqualTo(second);
    }

    private static Uniqueness unique(Conflict conflict) {
        return new Uniqueness("one", Duration.ofSeconds(60), conflict);
    }

    @Test
    default void aParentStartsWhenAllItsChildrenAreDone() {
        JobId parent = enqueue(OTHER_TYPE, options -> options.start(new Start.AfterChildren(3)));
        JobId cancelled = enqueue(TYPE, options -> options.parent(parent));
        ClaimedJob first = claimChildOf(parent);
        ClaimedJob second = claimChildOf(parent);

        assertThat(stateOf(parent)).isEqualTo(JobState.WAITING);
        succeed(first);
        cancel(cancelled);
        assertThat(stateOf(parent)).isEqualTo(JobState.WAITING);
        succeed(second);
        assertThat(stateOf(parent)).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    default void aDeadChildKeepsItsParentWaitingUntilItHasSucceeded() {
        JobId parent = enqueue(OTHER_TYPE, options -> options.start(new Start.AfterChildren(1)));
        ClaimedJob child = claimChildOf(parent);

        bury(child, "broken");
        assertThat(stateOf(parent)).isEqualTo(JobState.WAITING);
        retryByHand(child.dispatch().job());
        succeed(claim(dispatchOne(), worker()).orElseThrow());
        assertThat(stateOf(parent)).isEqualTo(JobState.AVAILABLE);
    }

    private ClaimedJob claimChildOf(JobId parent) {
        JobId child = enqueue(TYPE, options -> options.parent(parent));
        DispatcherTerm term = lead();
        Dispatch dispatch = dispatchAll(term).stream()
                .filter(each -> each.job().equals(child))
                .findAny()
                .orElseThrow();
        dispatches().resign(term.holder());
        return claim(dispatch, worker()).orElseThrow();
    }

    @Test
    default void aJobIsCancelledInAnyStateBeforeItsEnd() {
        JobId available = enqueue(TYPE);
        ControlledJob cancelled = cancel(available).orElseThrow();
        JobId scheduled = enqueue(TYPE, options -> options.start(new Start.After(LIMIT)));
        JobId waiting = enqueue(TYPE, options -> options.start(new Start.AfterChildren(1)));
        ClaimedJob running = claimNew(worker());

        assertThat(cancelled.payload().as(Parcel.class)).isEqualTo(new Parcel("fragile", 3));
        assertThat(cancelled.type()).isEqualTo("send-parcel");
        assertThat(cancelled.queue()).isEqualTo(TYPE.queue());
        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.attempt()).isZero();
        assertThat(stateOf(available)).isEqualTo(JobState.CANCELLED);
        assertThat(cancel(scheduled)).isPresent();
        assertThat(cancel(waiting)).isPresent();
        assertThat(cancel(running.dispatch().job()))
                .hasValueSatisfying(job -> assertThat(job.attempt()).isEqualTo(1));
        assertThat(succeed(running)).isFalse();
        assertThat(cancel(available)).isEmpty();
        assertThat(cancel(new JobId(IDS.next()))).isEmpty();
    }

    @Test
    default void aJobIsCancelledWhileItsMessageIsUnderWay() {
        JobId id = enqueue(TYPE);
        Dispatch dispatch = dispatchOne();

        assertThat(cancel(id)).isPresent();

        assertThat(claim(dispatch, worker())).isEmpty();
        assertThat(stateOf(id)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void aJobIsCancelledBetweenTwoAttempts() {
        ClaimedJob job = claimNew(worker());
        settle(new Settlement.Retry(job, Duration.ZERO, "broken"));

        assertThat(cancel(job.dispatch().job())).isPresent();

        assertThat(dispatchAll(lead())).isEmpty();
        assertThat(stateOf(job.dispatch().job())).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void ofManyWhoAskForAKeyAtOnceOneAddsAJob() {
        List<JobId> told =
                Concurrently.times(8, () -> enqueue(request(TYPE, options -> options.unique(unique(Conflict.KEEP)))));

        assertThat(told).containsOnly(told.getFirst());
        assertThat(dispatchAll(lead())).extracting(Dispatch::job).containsExactly(told.getFirst());
    }

    @Test
    default void onlyADeadJobIsRetriedByHandAndHasAllItsAttemptsAgain() {
        ClaimedJob job = claimNew(worker());
        JobId id = job.dispatch().job();
        assertThat(retryByHand(id)).isEmpty();
        bury(job, "broken");

        assertThat(retryByHand(id)).hasValueSatisfying(retried -> {
            assertThat(retried.queue()).isEqualTo(TYPE.queue());
            assertThat(retried.state()).isEqualTo(JobState.AVAILABLE);
            assertThat(retried.attempt()).isZero();
        });
        assertThat(stateOf(id)).isEqualTo(JobState.AVAILABLE);
        assertThat(find(id).failures()).hasSize(1);
        Dispatch again = dispatchOne();
        assertThat(again.number()).isGreaterThan(job.dispatch().number());
        ClaimedJob claimed = claim(again, worker()).orElseThrow();
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.retry()).isEqualTo(THREE_TIMES);
        assertThat(claimed.timeLimit()).isEqualTo(LIMIT);
    }

    @Test
    default void listsRunFromNewestToOldestOverRunningAndFinishedJobs() {
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(enqueue(TYPE));
        }
        ids.add(enqueue(OTHER_TYPE));
        ids.sort(Comparator.comparing((JobId id) -> id.value().toString()).reversed());
        cancel(ids.get(2));

        Page<Job> first = jobs().list(JobFilter.ALL, PageRequest.first(4));
        Page<Job> second = jobs().list(JobFilter.ALL, new PageRequest(4, first.next()));

        assertThat(first.items()).extracting(Job::id).containsExactlyElementsOf(ids.subList(0, 4));
        assertThat(second.items()).extracting(Job::id).containsExactlyElementsOf(ids.subList(4, 6));
        assertThat(second.next()).isNull();
    }

    @Test
    default void listsAreFilteredByStateTypeQueueAndGroup() {
        GroupKey ada = new GroupKey("ada");
        JobId cancelled = enqueue(TYPE, options -> options.group(ada));
        JobId hers = enqueue(TYPE, options -> options.group(ada));
        JobId second = enqueue(SECOND_TYPE);
        JobId other = enqueue(OTHER_TYPE);
        cancel(cancelled);

        assertThat(listed(new JobFilter(JobState.CANCELLED, null, null, null))).containsExactly(cancelled);
        assertThat(listed(new JobFilter(null, "send-letter", null, null))).containsExactly(other);
        assertThat(listed(new JobFilter(null, null, QUEUE, null))).containsExactlyInAnyOrder(cancelled, hers, second);
        assertThat(listed(new JobFilter(null, null, null, ada))).containsExactlyInAnyOrder(cancelled, hers);
        assertThat(listed(new JobFilter(JobState.AVAILABLE, "send-parcel", QUEUE, ada)))
                .containsExactly(hers);
        assertThat(listed(new JobFilter(JobState.RUNNING, null, null, null))).isEmpty();
        assertThat(listed(new JobFilter(null, "send-letter", QUEUE, null))).isEmpty();
    }

    @Test
    default void aListOfOneStateFindsTheJobsInIt() {
        JobId waiting = enqueue(TYPE, options -> options.start(new Start.AfterChildren(1)));
        JobId scheduled = enqueue(TYPE, options -> options.start(new Start.After(LIMIT)));
        JobId running = claimNew(worker()).dispatch().job();
        JobId dispatched = enqueue(TYPE);
        dispatchOne();
        JobId available = enqueue(TYPE);

        assertThat(listedIn(JobState.WAITING)).containsExactly(waiting);
        assertThat(listedIn(JobState.SCHEDULED)).containsExactly(scheduled);
        assertThat(listedIn(JobState.RUNNING)).containsExactly(running);
        assertThat(listedIn(JobState.DISPATCHED)).containsExactly(dispatched);
        assertThat(listedIn(JobState.AVAILABLE)).containsExactly(available);
        assertThat(listedIn(JobState.RETRYING)).isEmpty();
        assertThat(listedIn(JobState.SUCCEEDED)).isEmpty();
    }

    private List<JobId> listedIn(JobState state) {
        return listed(new JobFilter(state, null, null, null));
    }

    private List<JobId> listed(JobFilter filter) {
        return jobs().list(filter, PageRequest.first(9)).items().stream()
                .map(Job::id)
                .toList();
    }
}
