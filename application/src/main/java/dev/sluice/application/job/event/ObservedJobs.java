package dev.sluice.application.job.event;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The record of jobs, telling what is enqueued and what operators change. */
public final class ObservedJobs implements Jobs {

    private final Jobs jobs;
    private final CommittedEvents events;

    public ObservedJobs(Jobs jobs, CommittedEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @Override
    public List<JobId> enqueueAll(List<? extends JobRequest<?>> requests) {
        List<JobId> enqueued = jobs.enqueueAll(requests);
        events.tell(IntStream.range(0, enqueued.size())
                .mapToObj(place -> enqueued(requests.get(place), enqueued.get(place)))
                .flatMap(Optional::stream)
                .toList());
        return enqueued;
    }

    /** Empty if the request has changed nothing. */
    private Optional<JobEvent> enqueued(JobRequest<?> request, JobId job) {
        return job.equals(request.id()) || replaces(request)
                ? Optional.of(events.event(
                        job, request.type(), stateAt(request.options().start())))
                : Optional.empty();
    }

    /** Whether the request has changed the job that stands for it. */
    private static boolean replaces(JobRequest<?> request) {
        Uniqueness uniqueness = request.options().uniqueness();
        return uniqueness != null && uniqueness.conflict() == Conflict.REPLACE;
    }

    /** What the record makes of a start, unless its clock and this process's disagree. */
    private JobState stateAt(Start start) {
        Instant now = events.now();
        return switch (start) {
            case Start.Now immediately -> JobState.AVAILABLE;
            case Start.After after -> after.delay().isPositive() ? JobState.SCHEDULED : JobState.AVAILABLE;
            case Start.At at -> at.time().isAfter(now) ? JobState.SCHEDULED : JobState.AVAILABLE;
            case Start.AfterChildren parent -> JobState.WAITING;
        };
    }

    @Override
    public List<ControlledJob> cancel(Collection<JobId> ids) {
        return told(jobs.cancel(ids));
    }

    @Override
    public List<ControlledJob> giveUpParents(Duration keep, int limit) {
        return told(jobs.giveUpParents(keep, limit));
    }

    @Override
    public List<ControlledJob> retry(Collection<JobId> ids) {
        return told(jobs.retry(ids));
    }

    @Override
    public List<ControlledJob> reschedule(Collection<JobId> ids, Start start) {
        return told(jobs.reschedule(ids, start));
    }

    private List<ControlledJob> told(List<ControlledJob> changed) {
        events.tell(changed.stream().map(events::event).toList());
        return changed;
    }

    @Override
    public int count(JobFilter filter, JobAct act, int limit) {
        return jobs.count(filter, act, limit);
    }

    @Override
    public List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit) {
        return jobs.pick(filter, act, after, limit);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return jobs.find(id);
    }

    @Override
    public Optional<Job> find(JobId id, Owner owner) {
        return jobs.find(id, owner);
    }

    @Override
    public List<JobLogLine> log(JobId id) {
        return jobs.log(id);
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        return jobs.list(filter, page);
    }
}
