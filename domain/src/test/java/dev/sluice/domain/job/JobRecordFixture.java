package dev.sluice.domain.job;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A record of jobs that a contract is held against. Each test starts with an empty one. */
interface JobRecordFixture {

    QueueName QUEUE = new QueueName("parcels");
    QueueName OTHER_QUEUE = new QueueName("letters");
    RetryPolicy THREE_TIMES = new RetryPolicy(3, new Backoff(Duration.ofSeconds(5), 1.5, Duration.ofMinutes(2), 0.25));
    Duration LIMIT = Duration.ofMinutes(3);
    JobType<Parcel> TYPE = new JobType<>("send-parcel", Parcel.class, QUEUE, THREE_TIMES, LIMIT);
    JobType<Parcel> SECOND_TYPE = new JobType<>("return-parcel", Parcel.class, QUEUE, THREE_TIMES, LIMIT);
    JobType<Parcel> OTHER_TYPE = new JobType<>("send-letter", Parcel.class, OTHER_QUEUE, THREE_TIMES, LIMIT);
    Duration LEASE = Duration.ofSeconds(15);
    int SLOTS = 7;
    Ids IDS = new Ids(InstantSource.system());

    /** A payload. */
    record Parcel(String label, int weight) {}

    /** What no parcel can be read as. */
    record Stamp(int value) {}

    Jobs jobs();

    JobClaims claims();

    JobDispatches dispatches();

    JobPauses pauses();

    JobUpkeep upkeep();

    QueueProgress progress();

    JobCounts counts();

    Transactions transactions();

    /** Lets time pass for the record. */
    void pass(Duration time);

    default JobId enqueue(JobType<Parcel> type) {
        return enqueue(type, options -> options);
    }

    default JobId enqueue(JobType<Parcel> type, UnaryOperator<JobOptions> options) {
        return enqueue(request(type, options));
    }

    default JobId enqueue(JobRequest<?> request) {
        return transactions().call(() -> jobs().enqueue(request));
    }

    default JobRequest<Parcel> request(JobType<Parcel> type, UnaryOperator<JobOptions> options) {
        return JobRequest.of(new JobId(IDS.next()), type, new Parcel("fragile", 3))
                .with(options);
    }

    default WorkerId worker() {
        WorkerId worker = WorkerId.random();
        claims().register(worker, new WorkerOffer(Set.of(QUEUE), SLOTS), LEASE);
        return worker;
    }

    default DispatcherTerm lead() {
        return dispatches().lead(WorkerId.random(), Duration.ofDays(1)).orElseThrow();
    }

    /** Dispatches all that is available in the queue of parcels. */
    default List<Dispatch> dispatchAll(DispatcherTerm term) {
        dispatches().ripen(term, 1_000);
        List<LaneShare> shares = backlog(1_000, 1_000).waiting().stream()
                .map(waiting -> new LaneShare(waiting, waiting.jobs()))
                .toList();
        return new ArrayList<>(dispatches().dispatch(term, QUEUE, shares));
    }

    default Backlog backlog(int lanes, int jobs) {
        return dispatches().surveys().survey(Set.of(QUEUE), lanes, jobs).backlog(QUEUE);
    }

    default Dispatch dispatchOne() {
        WorkerId dispatcher = WorkerId.random();
        DispatcherTerm term = dispatches().lead(dispatcher, LEASE).orElseThrow();
        Dispatch dispatch = dispatchAll(term).getFirst();
        dispatches().resign(dispatcher);
        return dispatch;
    }

    default Optional<ClaimedJob> claim(Dispatch dispatch, WorkerId worker) {
        return claims().claim(List.of(dispatch), worker).stream().findAny();
    }

    default ClaimedJob claimNew(WorkerId worker) {
        enqueue(TYPE);
        return claim(dispatchOne(), worker).orElseThrow();
    }

    default boolean settle(Settlement settlement) {
        return !transactions().call(() -> claims().settle(List.of(settlement))).isEmpty();
    }

    default boolean succeed(ClaimedJob job) {
        return settle(new Settlement.Finish(job, JobState.SUCCEEDED, null, null));
    }

    default boolean bury(ClaimedJob job, String error) {
        return settle(new Settlement.Finish(job, JobState.DEAD, null, error));
    }

    default Optional<ControlledJob> cancel(JobId id) {
        return transactions().call(() -> jobs().cancel(List.of(id))).stream().findAny();
    }

    default Optional<ControlledJob> retryByHand(JobId id) {
        return transactions().call(() -> jobs().retry(List.of(id))).stream().findAny();
    }

    default Job find(JobId id) {
        return jobs().find(id).orElseThrow();
    }

    default JobState stateOf(JobId id) {
        return find(id).state();
    }
}
