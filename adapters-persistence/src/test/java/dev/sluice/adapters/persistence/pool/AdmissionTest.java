package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Work JOB = Work.of(Urgency.BACKGROUND);
    private static final Work BEAT = Work.of(Urgency.VITAL);

    private final Work request = new Work(Urgency.REQUEST, Deadline.after(LONG));
    private final Executor threads = task -> Thread.ofVirtual().start(task);
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();
    private final AtomicInteger capacity = new AtomicInteger(10);

    private Admission admission(Duration patience, Duration heavyPatience, Duration stall) {
        AdmissionLimits limits = AdmissionLimits.of(10, 4, 1_000, patience, heavyPatience, stall);
        return new Admission(
                limits,
                capacity::get,
                new AdmissionTally((times, counter, tags) ->
                        counted.merge(counter + " " + String.join(" ", tags), times, Integer::sum)));
    }

    private Admission admission() {
        return admission(LONG, LONG, LONG);
    }

    private CompletableFuture<Permit> asking(Admission admission, Purpose purpose, Work work) {
        return CompletableFuture.supplyAsync(() -> admission.enter(purpose, work), threads);
    }

    private List<Permit> taken(Admission admission, int times, Purpose purpose) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            permits.add(admission.enter(purpose, request));
        }
        return permits;
    }

    private static void awaitWaiting(Admission admission, int number) {
        await().until(() -> admission.waiting() == number);
    }

    @Test
    void asManyGetInAsThePoolHasConnections() {
        Admission admission = admission();
        List<Permit> inside = taken(admission, 10, Purpose.READ);

        CompletableFuture<Permit> next = asking(admission, Purpose.READ, request);
        awaitWaiting(admission, 1);
        assertThat(admission.inUse()).isEqualTo(10);
        inside.getFirst().end();

        assertThat(next.join()).isNotNull();
        assertThat(admission.waiting()).isZero();
        assertThat(counted).containsEntry("database.waits purpose read", 1);
    }

    @Test
    void theMostUrgentGoesFirstAndThenWhoCameFirst() {
        Admission admission = admission();
        List<Permit> inside = taken(admission, 10, Purpose.READ);
        List<String> order = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> done = new ArrayList<>();
        List<Map.Entry<String, Work>> asked = List.of(
                Map.entry("refresh", Work.of(Urgency.REFRESH)),
                Map.entry("job", JOB),
                Map.entry("first request", request),
                Map.entry("second request", request),
                Map.entry("beat", BEAT));

        for (int i = 0; i < asked.size(); i++) {
            Map.Entry<String, Work> each = asked.get(i);
            done.add(asking(admission, Purpose.READ, each.getValue()).thenAccept(permit -> {
                order.add(each.getKey());
                permit.end();
            }));
            awaitWaiting(admission, i + 1);
        }
        inside.getFirst().end();
        done.forEach(CompletableFuture::join);

        assertThat(order).containsExactly("beat", "first request", "second request", "job", "refresh");
    }

    @Test
    void heavyReadsAndTransactionsLeaveRoomForPlainReads() {
        Admission admission = admission();
        taken(admission, 4, Purpose.HEAVY_READ);
        CompletableFuture<Permit> fifth = asking(admission, Purpose.HEAVY_READ, request);
        awaitWaiting(admission, 1);

        assertThat(taken(admission, 6, Purpose.READ)).hasSize(6);
        assertThat(fifth).isNotDone();
    }

    @Test
    void vitalTransactionsTakeWhatOtherTransactionsLeave() {
        Admission admission = admission();
        taken(admission, 8, Purpose.TRANSACTION);
        CompletableFuture<Permit> job = asking(admission, Purpose.TRANSACTION, JOB);
        awaitWaiting(admission, 1);

        assertThat(admission.enter(Purpose.TRANSACTION, BEAT)).isNotNull();
        assertThat(job).isNotDone();
    }

    @Test
    void whoCannotBeServedInTimeIsRefusedAtOnceWithoutStackTrace() {
        Admission admission = admission(LONG, Duration.ZERO, LONG);
        for (int i = 0; i < 100; i++) {
            admission.enter(Purpose.HEAVY_READ, request).end();
        }
        taken(admission, 4, Purpose.HEAVY_READ);
        CompletableFuture<Permit> waiting = asking(admission, Purpose.HEAVY_READ, request);
        awaitWaiting(admission, 1);

        assertThatThrownBy(() -> admission.enter(Purpose.HEAVY_READ, request))
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        refused -> assertThat(refused.retryAfter())
                                .isBetween(Duration.ofMillis(100), Duration.ofMillis(200)))
                .hasMessage("too many wait for a connection")
                .matches(refused -> refused.getStackTrace().length == 0);
        assertThat(waiting).isNotDone();
        assertThat(counted).containsEntry("database.refusals purpose heavy_read urgency request reason busy", 1);
    }

    @Test
    void jobsWaitWhereRequestsAreRefused() {
        Admission admission = admission(LONG, LONG, Duration.ZERO);
        List<Permit> inside = taken(admission, 8, Purpose.TRANSACTION);

        assertThatThrownBy(() -> admission.enter(Purpose.TRANSACTION, request)).isInstanceOf(Overloaded.class);
        CompletableFuture<Permit> job = asking(admission, Purpose.TRANSACTION, JOB);
        awaitWaiting(admission, 1);
        inside.getFirst().end();

        assertThat(job.join()).isNotNull();
    }

    @Test
    void whoseDeadlineComesFirstLeavesTheQueue() {
        Admission admission = admission();
        List<Permit> inside = taken(admission, 10, Purpose.READ);

        assertThatThrownBy(() ->
                        admission.enter(Purpose.READ, new Work(Urgency.REQUEST, Deadline.after(Duration.ofMillis(20)))))
                .isInstanceOf(Overloaded.class)
                .hasMessage("no connection was free in time");
        assertThat(admission.waiting()).isZero();
        inside.forEach(Permit::end);
        assertThat(taken(admission, 10, Purpose.READ)).hasSize(10);
    }

    @Test
    void aLateRequestTakesNoConnectionThoughThereAreSome() {
        Work late = new Work(Urgency.REQUEST, Deadline.after(Duration.ZERO));

        assertThatThrownBy(() -> admission().enter(Purpose.READ, late)).isInstanceOf(Overloaded.class);
    }

    @Test
    void requestsDoNotWaitForADatabaseThatStandsStill() {
        Admission admission = admission(LONG, LONG, Duration.ofMillis(50));
        List<Permit> inside = taken(admission, 10, Purpose.READ);

        assertThatThrownBy(() -> admission.enter(Purpose.READ, request))
                .isInstanceOf(Overloaded.class)
                .hasMessage("the database does not get on");
        inside.getFirst().end();

        assertThat(admission.enter(Purpose.READ, request)).isNotNull();
    }

    @Test
    void nobodyWaitsBehindThoseWhomThePoolGaveNothing() {
        Admission admission = admission();
        List<Permit> inside = taken(admission, 10, Purpose.READ);
        inside.removeFirst().abandon(true);
        taken(admission, 1, Purpose.READ);

        assertThatThrownBy(() -> admission.enter(Purpose.READ, request)).hasMessage("the database does not get on");
        inside.removeFirst().end();
        assertThat(taken(admission, 1, Purpose.READ)).hasSize(1);
    }

    @Test
    void anOutageSendsAwayAllWhoWaitAndAllWhoCome() {
        Admission admission = admission();
        taken(admission, 10, Purpose.READ);
        CompletableFuture<Permit> waiting = asking(admission, Purpose.READ, JOB);
        awaitWaiting(admission, 1);

        capacity.set(0);
        admission.noteOutage();

        assertThat(waiting).failsWithin(LONG).withThrowableThat().withMessageContaining("out of reach");
        assertThatThrownBy(() -> admission.enter(Purpose.READ, BEAT)).isInstanceOf(Overloaded.class);
    }

    @Test
    void withFewerConnectionsFewerGetIn() {
        Admission admission = admission();
        capacity.set(2);
        taken(admission, 2, Purpose.READ);
        CompletableFuture<Permit> third = asking(admission, Purpose.READ, request);
        awaitWaiting(admission, 1);

        capacity.set(10);
        admission.noteConnection();

        assertThat(third.join()).isNotNull();
    }

    @Test
    void anInterruptedThreadLeavesTheQueueAndStaysInterrupted() {
        Admission admission = admission();
        taken(admission, 10, Purpose.READ);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> admission.enter(Purpose.READ, JOB)).isInstanceOf(RetryableFailure.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void aBurstOfThousandsIsServedWithoutAnyRefused() {
        Admission admission = admission();
        List<CompletableFuture<Void>> burst = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            burst.add(asking(admission, i % 2 == 0 ? Purpose.READ : Purpose.TRANSACTION, request)
                    .thenAccept(Permit::end));
        }
        // Much sooner than anybody's patience ends: whoever is let in is woken.
        assertThat(burst).allSatisfy(served -> assertThat(served).succeedsWithin(LONG.dividedBy(3)));

        assertThat(admission.inUse()).isZero();
        assertThat(admission.waiting()).isZero();
    }
}
