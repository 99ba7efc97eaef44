package dev.sluice.domain.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.Job.JobTimes;
import dev.sluice.domain.privacy.PersonalData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job in the record in memory. */
final class InMemoryJob {

    JobRequest<?> request;

    JobState state;
    int attempt;
    int crashes;
    int dispatch;
    int openChildren;
    Instant dueAt;
    Instant dispatchedAt = Instant.MIN;

    @Nullable
    WorkerId worker;

    @Nullable
    JobProgress progress;

    @Nullable
    Object result;

    @Nullable
    String error;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    private final Instant enqueuedAt;
    private final List<JobFailure> failures = new ArrayList<>();
    private final Deque<JobLogLine> log = new ArrayDeque<>();

    InMemoryJob(JobRequest<?> request, Instant now) {
        this.request = request;
        enqueuedAt = now;
        dueAt = now;
        state = JobState.AVAILABLE;
        start(request.options().start(), now);
    }

    InMemoryJob copy() {
        InMemoryJob copy = new InMemoryJob(request, enqueuedAt);
        copy.state = state;
        copy.attempt = attempt;
        copy.crashes = crashes;
        copy.dispatch = dispatch;
        copy.openChildren = openChildren;
        copy.dueAt = dueAt;
        copy.dispatchedAt = dispatchedAt;
        copy.worker = worker;
        copy.progress = progress;
        copy.result = result;
        copy.error = error;
        copy.startedAt = startedAt;
        copy.finishedAt = finishedAt;
        copy.failures.addAll(failures);
        copy.log.addAll(log);
        return copy;
    }

    JobId id() {
        return request.id();
    }

    /** Whether it goes before the job that was seen to be the first of its lane. */
    boolean goesBefore(Waiting seen) {
        int priority = request.options().priority().compareTo(seen.first());
        return priority < 0 || (priority == 0 && dueAt.isBefore(seen.dueAt()));
    }

    QueueName queue() {
        return request.type().queue();
    }

    Lane lane() {
        return new Lane(request.type().name(), request.options().group());
    }

    boolean isOf(Lane lane) {
        return request.options().group().equals(lane.group())
                && request.type().name().equals(lane.type());
    }

    Dispatch current() {
        return new Dispatch(id(), dispatch);
    }

    boolean is(JobState wanted, Dispatch fence) {
        return state == wanted && current().equals(fence);
    }

    boolean passes(JobFilter filter) {
        return (filter.state() == null || filter.state() == state)
                && (filter.type() == null || filter.type().equals(request.type().name()))
                && (filter.queue() == null || filter.queue().equals(queue()))
                && (filter.group() == null
                        || filter.group().equals(request.options().group()));
    }

    /** The act would leave it as it is. */
    boolean isSettledBy(JobAct act, Instant now) {
        return act instanceof JobAct.Reschedule reschedule
                && (reschedule.at().isAfter(now) ? dueAt.equals(reschedule.at()) : waitsForNothing());
    }

    private boolean waitsForNothing() {
        return state == JobState.AVAILABLE || state == JobState.DISPATCHED;
    }

    void start(Start when, Instant now) {
        switch (when) {
            case Start.Now immediately -> due(now, now);
            case Start.After after -> due(now.plus(after.delay()), now);
            case Start.At at -> due(at.time(), now);
            case Start.AfterChildren parent -> {
                state = JobState.WAITING;
                openChildren = parent.children();
            }
        }
    }

    /** What waits for nothing else already keeps its place in the row. */
    void restart(Start when, Instant now) {
        Instant place = dueAt;
        boolean waits = waitsForNothing();
        start(when, now);
        if (waits && state == JobState.AVAILABLE) {
            dueAt = place;
        }
    }

    private void due(Instant time, Instant now) {
        dueAt = time;
        state = time.isAfter(now) ? JobState.SCHEDULED : JobState.AVAILABLE;
    }

    void begin(WorkerId claimant, Instant now) {
        state = JobState.RUNNING;
        attempt++;
        worker = claimant;
        startedAt = now;
    }

    void note(String line, Instant now) {
        log.add(new JobLogLine(now, attempt, PersonalData.masked(line)));
        if (log.size() > 100) {
            log.remove();
        }
    }

    List<JobLogLine> log() {
        return List.copyOf(log);
    }

    void fail(String why, Instant now) {
        error = PersonalData.masked(why);
        failures.add(new JobFailure(attempt, startedAt == null ? now : startedAt, now, error));
    }

    void finish(JobState end, Instant now) {
        state = end;
        finishedAt = now;
    }

    void revive(Instant now) {
        state = JobState.AVAILABLE;
        attempt = 0;
        crashes = 0;
        dueAt = now;
        finishedAt = null;
    }

    Payload payload() {
        return stored(request.payload());
    }

    private static Payload stored(Object value) {
        return new Payload() {
            @Override
            public <P> P as(Class<P> type) {
                if (!type.isInstance(value)) {
                    throw new FinalFailure("the payload is no " + type.getSimpleName());
                }
                return type.cast(value);
            }
        };
    }

    ClaimedJob claimed() {
        JobOptions options = request.options();
        return new ClaimedJob(
                current(),
                request.type().name(),
                queue(),
                startedAt == null ? Duration.ZERO : Duration.between(dueAt, startedAt),
                attempt,
                crashes,
                options.retry(),
                options.timeLimit(),
                payload(),
                request.requestId());
    }

    ControlledJob controlled() {
        return new ControlledJob(id(), request.type().name(), queue(), state, attempt, payload());
    }

    Job view() {
        JobOptions options = request.options();
        return new Job(
                id(),
                request.type().name(),
                queue(),
                options.priority(),
                options.group(),
                state,
                attempt,
                options.retry().attempts(),
                new JobTimes(enqueuedAt, dueAt, startedAt, finishedAt),
                worker,
                progress,
                failures,
                error,
                result == null ? null : stored(result),
                request.requestId());
    }
}
