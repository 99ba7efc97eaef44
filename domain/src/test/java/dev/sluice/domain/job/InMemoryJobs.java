package dev.sluice.domain.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.Job.JobTimes;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record of jobs in memory. It knows no transactions: what is written stays written. */
public final class InMemoryJobs implements Jobs, JobClaims, JobDispatches {

    private final InstantSource clock;
    private final Map<JobId, Row> rows = new HashMap<>();
    private final Map<WorkerId, Instant> leases = new HashMap<>();
    private DispatcherTerm term = new DispatcherTerm(WorkerId.random(), 0);
    private Instant termEnd = Instant.MIN;

    public InMemoryJobs(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Row {
        private final JobRequest<?> request;
        private final Instant enqueuedAt;
        private JobState state = JobState.AVAILABLE;
        private int attempt;
        private int dispatch;
        private Instant dueAt;
        private Instant dispatchedAt = Instant.MIN;
        private @Nullable WorkerId worker;
        private @Nullable String error;
        private @Nullable Instant startedAt;
        private @Nullable Instant finishedAt;

        Row(JobRequest<?> request, Instant now) {
            this.request = request;
            enqueuedAt = now;
            dueAt = now;
        }

        JobId id() {
            return request.id();
        }

        Dispatch current() {
            return new Dispatch(id(), dispatch);
        }

        boolean isDue(Instant now) {
            return (state == JobState.AVAILABLE || state == JobState.RETRYING) && !dueAt.isAfter(now);
        }

        Payload payload() {
            return new Payload() {
                @Override
                public <P> P as(Class<P> type) {
                    if (!type.isInstance(request.payload())) {
                        throw new FinalFailure("the payload is no " + type.getSimpleName());
                    }
                    return type.cast(request.payload());
                }
            };
        }

        ClaimedJob claimed() {
            return new ClaimedJob(current(), request.type().name(), attempt, request.retry(), payload());
        }

        ControlledJob controlled() {
            return new ControlledJob(id(), request.type().name(), payload());
        }

        Job view() {
            return new Job(
                    id(),
                    request.type().name(),
                    request.type().queue(),
                    state,
                    attempt,
                    request.retry().attempts(),
                    new JobTimes(enqueuedAt, dueAt, startedAt, finishedAt),
                    error);
        }
    }

    @Override
    public synchronized void enqueue(JobRequest<?> request) {
        rows.put(request.id(), new Row(request, clock.instant()));
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(rows.get(id)).map(Row::view);
    }

    @Override
    public synchronized Page<Job> list(JobFilter filter, PageRequest page) {
        UUID after = page.after();
        List<Job> found = rows.values().stream()
                .map(Row::view)
                .filter(job -> filter.state() == null || job.state() == filter.state())
                .filter(job -> filter.type() == null || job.type().equals(filter.type()))
                .filter(job -> after == null || sortKey(job).compareTo(after.toString()) < 0)
                .sorted(Comparator.comparing(InMemoryJobs::sortKey).reversed())
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(found, page, job -> job.id().value());
    }

    /** UUID's own order is signed; its text sorts as PostgreSQL sorts it. */
    private static String sortKey(Job job) {
        return job.id().value().toString();
    }

    @Override
    public synchronized Optional<ControlledJob> cancel(JobId id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> !row.state.isFinished())
                .map(row -> finish(row, JobState.CANCELLED))
                .map(Row::controlled);
    }

    @Override
    public synchronized Optional<ControlledJob> retry(JobId id) {
        Optional<Row> dead = Optional.ofNullable(rows.get(id)).filter(row -> row.state == JobState.DEAD);
        dead.ifPresent(row -> {
            row.state = JobState.AVAILABLE;
            row.attempt = 0;
            row.dueAt = clock.instant();
            row.finishedAt = null;
        });
        return dead.map(Row::controlled);
    }

    @Override
    public synchronized void register(WorkerId worker, Duration lease) {
        leases.put(worker, clock.instant().plus(lease));
    }

    @Override
    public synchronized boolean renew(WorkerId worker, Duration lease) {
        return isAlive(worker) && leases.put(worker, clock.instant().plus(lease)) != null;
    }

    private boolean isAlive(@Nullable WorkerId worker) {
        return worker != null && leases.getOrDefault(worker, Instant.MIN).isAfter(clock.instant());
    }

    @Override
    public synchronized void leave(WorkerId worker) {
        leases.remove(worker);
    }

    @Override
    public synchronized Optional<ClaimedJob> claim(Dispatch dispatch, WorkerId worker) {
        Optional<Row> row = Optional.ofNullable(rows.get(dispatch.job()))
                .filter(found -> found.state == JobState.DISPATCHED
                        || (found.state == JobState.RUNNING && worker.equals(found.worker)))
                .filter(found -> found.current().equals(dispatch))
                .filter(found -> isAlive(worker));
        row.filter(found -> found.state == JobState.DISPATCHED).ifPresent(found -> {
            found.state = JobState.RUNNING;
            found.attempt++;
            found.worker = worker;
            found.startedAt = clock.instant();
        });
        return row.map(Row::claimed);
    }

    private Optional<Row> held(ClaimedJob job) {
        return Optional.ofNullable(rows.get(job.dispatch().job()))
                .filter(row -> row.state == JobState.RUNNING)
                .filter(row -> row.current().equals(job.dispatch()));
    }

    @Override
    public synchronized boolean lock(ClaimedJob job) {
        return held(job).isPresent();
    }

    @Override
    public synchronized boolean succeed(ClaimedJob job) {
        return held(job).map(row -> finish(row, JobState.SUCCEEDED)).isPresent();
    }

    @Override
    public synchronized boolean retry(ClaimedJob job, Duration backoff, String error) {
        Optional<Row> row = held(job);
        row.ifPresent(found -> {
            found.state = JobState.RETRYING;
            found.dueAt = clock.instant().plus(backoff);
            found.error = error;
            found.worker = null;
        });
        return row.isPresent();
    }

    @Override
    public synchronized boolean bury(ClaimedJob job, String error) {
        Optional<Row> row = held(job);
        row.ifPresent(found -> finish(found, JobState.DEAD).error = error);
        return row.isPresent();
    }

    private Row finish(Row row, JobState state) {
        row.state = state;
        row.worker = null;
        row.finishedAt = clock.instant();
        return row;
    }

    @Override
    public synchronized List<ClaimedJob> orphans(int limit) {
        return rows.values().stream()
                .filter(row -> row.state == JobState.RUNNING && !isAlive(row.worker))
                .limit(limit)
                .map(Row::claimed)
                .toList();
    }

    @Override
    public synchronized void forgetLapsedWorkers() {
        leases.keySet()
                .removeIf(worker ->
                        !isAlive(worker) && rows.values().stream().noneMatch(row -> worker.equals(row.worker)));
    }

    @Override
    public synchronized Optional<DispatcherTerm> lead(WorkerId candidate, Duration lease) {
        boolean own = term.holder().equals(candidate);
        boolean free = !termEnd.isAfter(clock.instant());
        if (!own && !free) {
            return Optional.empty();
        }
        if (!own || free) {
            term = new DispatcherTerm(candidate, term.epoch() + 1);
        }
        termEnd = clock.instant().plus(lease);
        return Optional.of(term);
    }

    @Override
    public synchronized void resign(WorkerId holder) {
        if (term.holder().equals(holder)) {
            termEnd = Instant.MIN;
        }
    }

    private boolean runs(DispatcherTerm asking) {
        return term.equals(asking) && termEnd.isAfter(clock.instant());
    }

    @Override
    public synchronized List<Dispatch> dispatchDue(DispatcherTerm asking, QueueName queue, int window) {
        if (!runs(asking)) {
            return List.of();
        }
        long room = window - in(queue, JobState.DISPATCHED).count();
        List<Row> due = rows.values().stream()
                .filter(row -> row.request.type().queue().equals(queue) && row.isDue(clock.instant()))
                .sorted(Comparator.comparing((Row row) -> row.dueAt))
                .limit(Math.max(0, room))
                .toList();
        due.forEach(row -> {
            row.state = JobState.DISPATCHED;
            row.dispatch++;
            row.dispatchedAt = clock.instant();
        });
        return due.stream().map(Row::current).toList();
    }

    private Stream<Row> in(QueueName queue, JobState state) {
        return rows.values().stream()
                .filter(row -> row.state == state && row.request.type().queue().equals(queue));
    }

    @Override
    public synchronized List<Dispatch> redispatch(DispatcherTerm asking, QueueName queue, Duration unclaimedFor) {
        if (!runs(asking)) {
            return List.of();
        }
        Instant before = clock.instant().minus(unclaimedFor);
        List<Row> lost = in(queue, JobState.DISPATCHED)
                .filter(row -> !row.dispatchedAt.isAfter(before))
                .toList();
        lost.forEach(row -> row.dispatchedAt = clock.instant());
        return lost.stream().map(Row::current).toList();
    }

    @Override
    public synchronized void recall(DispatcherTerm asking, Collection<Dispatch> dispatches) {
        rows.values().stream()
                .filter(row -> runs(asking) && row.state == JobState.DISPATCHED)
                .filter(row -> dispatches.contains(row.current()))
                .forEach(row -> row.state = JobState.AVAILABLE);
    }
}
