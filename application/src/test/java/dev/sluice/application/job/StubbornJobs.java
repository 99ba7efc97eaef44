package dev.sluice.application.job;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of which one job cannot be cancelled. */
record StubbornJobs(Jobs jobs, JobId stubborn, RuntimeException failure) implements Jobs {

    @Override
    public List<ControlledJob> cancel(Collection<JobId> ids) {
        if (ids.contains(stubborn)) {
            throw failure;
        }
        return jobs.cancel(ids);
    }

    @Override
    public List<JobId> enqueueAll(List<? extends JobRequest<?>> requests) {
        return jobs.enqueueAll(requests);
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

    @Override
    public int count(JobFilter filter, JobAct act, int limit) {
        return jobs.count(filter, act, limit);
    }

    @Override
    public List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit) {
        return jobs.pick(filter, act, after, limit);
    }

    @Override
    public List<ControlledJob> giveUpParents(Duration keep, int limit) {
        return jobs.giveUpParents(keep, limit);
    }

    @Override
    public List<ControlledJob> retry(Collection<JobId> ids) {
        return jobs.retry(ids);
    }

    @Override
    public List<ControlledJob> reschedule(Collection<JobId> ids, Start start) {
        return jobs.reschedule(ids, start);
    }
}
