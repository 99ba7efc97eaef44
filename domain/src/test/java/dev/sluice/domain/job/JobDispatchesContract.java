package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.Backlog.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the record of jobs does for the dispatcher. */
interface JobDispatchesContract extends JobRecordFixture {

    Duration LOST_AFTER = Duration.ofSeconds(10);

    @Test
    default void oneDispatcherLeadsAtATime() {
        WorkerId first = WorkerId.random();
        WorkerId second = WorkerId.random();
        DispatcherTerm term = dispatches().lead(first, LEASE).orElseThrow();

        assertThat(dispatches().lead(second, LEASE)).isEmpty();
        assertThat(dispatches().lead(first, LEASE)).contains(term);

        pass(LEASE.plusSeconds(1));
        DispatcherTerm next = dispatches().lead(second, LEASE).orElseThrow();
        assertThat(next.epoch()).isGreaterThan(term.epoch());
        assertThat(dispatches().lead(first, LEASE)).isEmpty();
    }

    @Test
    default void aDispatcherWhoseTermIsOverFindsNothing() {
        JobId later = enqueue(TYPE, options -> options.start(new Start.After(Duration.ofSeconds(1))));
        enqueue(TYPE);
        DispatcherTerm over = dispatches().lead(WorkerId.random(), LEASE).orElseThrow();
        pass(LEASE.plusSeconds(1));
        assertThat(dispatchAll(over)).isEmpty();
        DispatcherTerm current = lead();

        assertThat(dispatchAll(over)).isEmpty();
        assertThat(stateOf(later)).isEqualTo(JobState.SCHEDULED);
        List<Dispatch> sent = dispatchAll(current);
        assertThat(sent).hasSize(2);
        pass(Duration.ofSeconds(11));
        assertThat(dispatches().redispatch(over, QUEUE, LOST_AFTER, true)).isEmpty();
        dispatches().recall(over, sent);
        dispatches().recall(over, new Pauses(Set.of(QUEUE), Set.of()));
        assertThat(stateOf(sent.getFirst().job())).isEqualTo(JobState.DISPATCHED);
    }

    @Test
    default void aSurveyTellsWhetherTheTimeOfAnyJobHasCome() {
        enqueue(OTHER_TYPE, options -> options.start(new Start.After(Duration.ofSeconds(1))));
        assertThat(survey().ripe()).isFalse();
        pass(Duration.ofSeconds(2));

        assertThat(survey().ripe()).isTrue();
        dispatches().ripen(lead(), 1);
        assertThat(survey().ripe()).isFalse();
    }

    @Test
    default void aSurveyTellsWhatIsPaused() {
        assertThat(survey().pauses().isEmpty()).isTrue();
        pauses().pause(OTHER_QUEUE, true);
        pauses().pauseType("send-parcel", true);

        assertThat(survey().pauses()).isEqualTo(new Pauses(Set.of(OTHER_QUEUE), Set.of("send-parcel")));
    }

    @Test
    default void aSurveyKeepsQueuesApart() {
        enqueue(TYPE);
        enqueue(OTHER_TYPE);
        enqueue(OTHER_TYPE);
        claims().register(WorkerId.random(), new WorkerOffer(Set.of(QUEUE, OTHER_QUEUE), SLOTS), LEASE);
        claims().register(WorkerId.random(), new WorkerOffer(Set.of(OTHER_QUEUE), 1), LEASE);

        Survey survey = dispatches().surveys().survey(Set.of(QUEUE, OTHER_QUEUE), 10, 10);

        assertThat(survey.backlog(QUEUE).slots()).isEqualTo(SLOTS);
        assertThat(survey.backlog(QUEUE).waiting()).extracting(Waiting::jobs).containsExactly(1);
        assertThat(survey.backlog(OTHER_QUEUE).slots()).isEqualTo(SLOTS + 1);
        assertThat(survey.backlog(OTHER_QUEUE).waiting())
                .extracting(Waiting::jobs)
                .containsExactly(2);
    }

    @Test
    default void aQueueHasABacklogUntilItsJobsAreDoneOrWaitForTheirTime() {
        enqueue(TYPE, options -> options.start(new Start.After(Duration.ofHours(1))));
        enqueue(OTHER_TYPE);
        assertThat(survey().backlog(QUEUE)).isEqualTo(Backlog.NOTHING);

        enqueue(TYPE);
        assertThat(survey().backlog(QUEUE).waiting()).hasSize(1);
        Dispatch sent = dispatchAll(lead()).getFirst();
        assertThat(survey().backlog(QUEUE).unclaimed()).isEqualTo(1);
        assertThat(survey().backlog(new QueueName("nothing-ever"))).isEqualTo(Backlog.NOTHING);
        transactions().call(() -> jobs().cancel(List.of(sent.job())));
        assertThat(survey().backlog(QUEUE)).isEqualTo(Backlog.NOTHING);
    }

    private Survey survey() {
        return dispatches().surveys().survey(Set.of(QUEUE, new QueueName("nothing-ever")), 10, 10);
    }

    @Test
    default void whoResignsNeedNotBeWaitedFor() {
        WorkerId first = WorkerId.random();
        dispatches().lead(first, LEASE);

        dispatches().resign(WorkerId.random());
        assertThat(dispatches().lead(WorkerId.random(), LEASE)).isEmpty();

        dispatches().resign(first);
        assertThat(dispatches().lead(WorkerId.random(), LEASE)).isPresent();
    }

    @Test
    default void theBacklogShowsWhatWaitsInEachLane() {
        JobId first = enqueue(TYPE, options -> options.priority(Priority.HIGHEST));
        enqueue(TYPE);
        enqueue(TYPE);
        enqueue(TYPE, options -> options.group(new GroupKey("ada")));
        enqueue(SECOND_TYPE);
        enqueue(SECOND_TYPE, options -> options.start(new Start.After(LIMIT)));
        enqueue(OTHER_TYPE);

        List<Waiting> waiting = backlog(10, 2).waiting();

        assertThat(waiting)
                .containsExactlyInAnyOrder(
                        new Waiting(
                                new Lane("send-parcel", GroupKey.NONE),
                                2,
                                Priority.HIGHEST,
                                find(first).times().dueAt()),
                        waitingAt(waiting, new Lane("send-parcel", new GroupKey("ada")), 1),
                        waitingAt(waiting, new Lane("return-parcel", GroupKey.NONE), 1));
    }

    private static Waiting waitingAt(List<Waiting> all, Lane lane, int jobs) {
        Waiting found = all.stream()
                .filter(waiting -> waiting.lane().equals(lane))
                .findAny()
                .orElseThrow();
        return new Waiting(lane, jobs, Priority.NORMAL, found.dueAt());
    }

    @Test
    default void ofTooManyLanesEachIsShownInItsTurn() {
        for (int group = 0; group < 5; group++) {
            GroupKey key = new GroupKey("seller " + group);
            enqueue(TYPE, options -> options.group(key));
        }

        Surveys surveys = dispatches().surveys();
        Set<Lane> shown = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            List<Waiting> waiting = waiting(surveys, 2);
            assertThat(waiting).hasSize(2);
            waiting.forEach(lane -> shown.add(lane.lane()));
        }
        assertThat(shown).hasSize(5);
    }

    @Test
    default void theFirstLanesAreShownAgainAfterTheLast() {
        enqueue(TYPE, options -> options.group(new GroupKey("ada")));
        enqueue(TYPE, options -> options.group(new GroupKey("bob")));

        Surveys surveys = dispatches().surveys();
        List<Waiting> shown = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            shown.addAll(waiting(surveys, 1));
        }
        assertThat(shown)
                .extracting(Waiting::lane)
                .hasSize(3)
                .containsOnly(
                        new Lane("send-parcel", new GroupKey("ada")), new Lane("send-parcel", new GroupKey("bob")));
    }

    @Test
    default void whoLooksBesidesMovesNobodyOn() {
        enqueue(TYPE, options -> options.group(new GroupKey("ada")));
        enqueue(TYPE, options -> options.group(new GroupKey("bob")));
        Surveys dispatcher = dispatches().surveys();
        Surveys watch = dispatches().surveys();

        List<Waiting> first = waiting(dispatcher, 1);
        assertThat(waiting(watch, 1)).isEqualTo(first);
        assertThat(waiting(dispatcher, 1)).isNotEqualTo(first);
    }

    private static List<Waiting> waiting(Surveys surveys, int lanes) {
        return surveys.survey(Set.of(QUEUE), lanes, 10).backlog(QUEUE).waiting();
    }

    @Test
    default void theBacklogCountsWhatIsInFlightAndTheSlotsOfLivingWorkers() {
        WorkerId worker = worker();
        claims().register(WorkerId.random(), new WorkerOffer(Set.of(OTHER_QUEUE), 100), LEASE);
        claimNew(worker);
        enqueue(TYPE, options -> options.group(new GroupKey("ada")));
        dispatchOne();

        Backlog backlog = backlog(10, 10);

        assertThat(backlog.slots()).isEqualTo(SLOTS);
        assertThat(backlog.waiting()).isEmpty();
        assertThat(backlog.unclaimed()).isEqualTo(1);
        assertThat(backlog.dispatched()).isEqualTo(Map.of(new Lane("send-parcel", new GroupKey("ada")), 1));
        assertThat(backlog.inFlight())
                .containsOnlyKeys(new Lane("send-parcel", GroupKey.NONE), new Lane("send-parcel", new GroupKey("ada")))
                .containsValue(1);
        pass(LEASE.plusSeconds(1));
        assertThat(backlog(10, 10).slots()).isZero();
    }

    @Test
    default void ofALaneTheMostUrgentGoFirstThenThoseThatWaitLongest() {
        JobId second = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        JobId third = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        JobId first = enqueue(TYPE, options -> options.priority(Priority.HIGHEST));
        enqueue(SECOND_TYPE);
        DispatcherTerm term = lead();
        Waiting seen = seen();

        assertThat(dispatches().dispatch(term, QUEUE, List.of(new LaneShare(seen, 2))))
                .extracting(Dispatch::job)
                .containsExactlyInAnyOrder(first, second);
        assertThat(dispatches().dispatch(term, QUEUE, List.of(new LaneShare(seen, 5))))
                .containsExactly(new Dispatch(third, 1));
    }

    @Test
    default void whatHasComeInFrontOfTheFirstThatWasSeenIsLeftToTheNextLook() {
        JobId first = enqueue(TYPE);
        Waiting seen = seen();
        JobId behind = enqueue(TYPE);
        JobId urgent = enqueue(TYPE, options -> options.priority(Priority.HIGHEST));
        DispatcherTerm term = lead();

        assertThat(dispatches().dispatch(term, QUEUE, List.of(new LaneShare(seen, 5))))
                .extracting(Dispatch::job)
                .containsExactlyInAnyOrder(first, behind);
        assertThat(dispatchAll(term)).extracting(Dispatch::job).containsExactly(urgent);
    }

    @Test
    default void soIsWhatHasTheSamePriorityAndHasBeenDueForLonger() {
        JobId longest = enqueue(TYPE);
        pass(Duration.ofSeconds(1));
        JobId other = enqueue(TYPE);
        Waiting seen = seen();
        Waiting later = new Waiting(seen.lane(), 2, seen.first(), seen.dueAt().plusMillis(500));
        DispatcherTerm term = lead();

        assertThat(dispatches().dispatch(term, QUEUE, List.of(new LaneShare(later, 5))))
                .extracting(Dispatch::job)
                .containsExactly(other);
        assertThat(dispatchAll(term)).extracting(Dispatch::job).containsExactly(longest);
    }

    /** What a look sees of the lane of parcels that are sent. */
    private Waiting seen() {
        return backlog(10, 10).waiting().stream()
                .filter(waiting -> waiting.lane().equals(new Lane("send-parcel", GroupKey.NONE)))
                .findAny()
                .orElseThrow();
    }

    @Test
    default void eachLaneGivesItsShare() {
        for (int i = 0; i < 3; i++) {
            enqueue(TYPE);
            enqueue(SECOND_TYPE);
        }
        List<LaneShare> shares = List.of(
                LaneShares.first(new Lane("send-parcel", GroupKey.NONE), 1),
                LaneShares.first(new Lane("return-parcel", GroupKey.NONE), 2));

        assertThat(dispatches().dispatch(lead(), QUEUE, shares)).hasSize(3);
        assertThat(backlog(10, 10).waiting()).extracting(Waiting::jobs).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    default void noMoreJobsRipenThanAsked() {
        for (int i = 0; i < 3; i++) {
            enqueue(TYPE, options -> options.start(new Start.After(Duration.ofSeconds(1))));
        }
        DispatcherTerm term = lead();
        assertThat(dispatches().ripen(term, 10)).isZero();
        pass(Duration.ofSeconds(2));

        assertThat(dispatches().ripen(term, 2)).isEqualTo(2);
        assertThat(dispatches().ripen(term, 2)).isEqualTo(1);
        assertThat(backlog(10, 10).waiting().getFirst().jobs()).isEqualTo(3);
    }

    @Test
    default void aDispatchUnclaimedForLongIsSentAgainUnderItsNumberWhenTheQueueIsEmpty() {
        enqueue(TYPE);
        DispatcherTerm term = lead();
        List<Dispatch> sent = dispatchAll(term);
        assertThat(dispatches().redispatch(term, QUEUE, LOST_AFTER, true)).isEmpty();
        pass(Duration.ofSeconds(11));

        assertThat(dispatches().redispatch(term, QUEUE, LOST_AFTER, false)).isEmpty();
        assertThat(dispatches().redispatch(term, QUEUE, LOST_AFTER, true)).isEqualTo(sent);
        assertThat(dispatches().redispatch(term, QUEUE, LOST_AFTER, true)).isEmpty();
    }

    @Test
    default void aDispatchThatAMuchLaterOneHasOvertakenIsSentAgain() {
        enqueue(TYPE);
        DispatcherTerm term = lead();
        List<Dispatch> lost = dispatchAll(term);
        pass(Duration.ofSeconds(9));
        enqueue(TYPE);
        claim(dispatchAll(term).getFirst(), worker());
        pass(Duration.ofSeconds(3));
        assertThat(dispatches().redispatch(term, QUEUE, LOST_AFTER, false)).isEmpty();
        enqueue(TYPE);
        claim(dispatchAll(term).getFirst(), worker());

        assertThat(dispatches().redispatch(term, QUEUE, LOST_AFTER, false)).isEqualTo(lost);
    }

    @Test
    default void aRecalledDispatchIsDueAgainUnderANewNumber() {
        enqueue(TYPE);
        DispatcherTerm term = lead();
        Dispatch refused = dispatchAll(term).getFirst();

        assertThat(dispatches().recall(term, List.of(refused)))
                .containsExactly(new Recalled(QUEUE, new Lane("send-parcel", GroupKey.NONE)));

        assertThat(claim(refused, worker())).isEmpty();
        assertThat(dispatchAll(term)).containsExactly(new Dispatch(refused.job(), refused.number() + 1));
    }

    @Test
    default void whatIsPausedIsRecalledUnlessItRuns() {
        JobId first = enqueue(TYPE);
        JobId second = enqueue(SECOND_TYPE);
        DispatcherTerm term = lead();
        List<Dispatch> sent = dispatchAll(term);
        claimNewUnder(term);

        assertThat(dispatches().recall(term, new Pauses(Set.of(), Set.of("return-parcel"))))
                .containsExactly(new Recalled(QUEUE, new Lane("return-parcel", GroupKey.NONE)));
        assertThat(stateOf(first)).isEqualTo(JobState.DISPATCHED);
        assertThat(stateOf(second)).isEqualTo(JobState.AVAILABLE);
        dispatches().recall(term, new Pauses(Set.of(QUEUE), Set.of()));
        assertThat(stateOf(first)).isEqualTo(JobState.AVAILABLE);
        assertThat(claims().claim(sent, worker())).isEmpty();
        assertThat(backlog(10, 10).inFlight()).hasSize(1);
    }

    private void claimNewUnder(DispatcherTerm term) {
        enqueue(TYPE);
        claim(dispatchAll(term).getFirst(), worker());
    }

    @Test
    default void pausesAreKeptUntilTheyAreLifted() {
        assertThat(pauses().current().isEmpty()).isTrue();

        pauses().pause(QUEUE, true);
        pauses().pause(QUEUE, true);
        pauses().pauseType("send-letter", true);
        assertThat(pauses().current()).isEqualTo(new Pauses(Set.of(QUEUE), Set.of("send-letter")));
        pauses().pause(QUEUE, false);
        pauses().pause(OTHER_QUEUE, false);
        assertThat(pauses().current()).isEqualTo(new Pauses(Set.of(), Set.of("send-letter")));
        pauses().pauseType("send-letter", false);
        assertThat(pauses().current().isEmpty()).isTrue();
    }
}
