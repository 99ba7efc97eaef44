package dev.sluice.domain.job;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of all jobs, which is the truth about them: whatever the broker holds only hints at it. Safe for use by
 * many threads; joins the caller's transaction.
 */
public interface Jobs {

    /**
     * Records a job. Needs a transaction, the one that writes what the job is about.
     *
     * @return the job that stands for the request: another one if the key of a unique job is taken
     */
    default JobId enqueue(JobRequest<?> request) {
        return enqueueAll(List.of(request)).getFirst();
    }

    /**
     * {@linkplain #enqueue Records} several jobs, those that begin at once and need not be unique in one round trip.
     *
     * @return the job that stands for each request, in their order
     */
    List<JobId> enqueueAll(List<? extends JobRequest<?>> requests);

    /** The job, whosesoever it is: for what the system does itself. */
    Optional<Job> find(JobId id);

    /** The job, if it is of the owner's {@linkplain GroupKey#of group}. */
    Optional<Job> find(JobId id, Owner owner);

    /** What the handlers of a job have written about it, oldest first: the latest hundred lines. */
    List<JobLogLine> log(JobId id);

    /** The jobs that the filter lets through, newest first, finished ones included. */
    Page<Job> list(JobFilter filter, PageRequest page);

    /**
     * How many jobs a filter lets through that an act would change.
     *
     * @param limit more are not counted
     */
    int count(JobFilter filter, JobAct act, int limit);

    /**
     * Picks jobs that a filter lets through and that an act would change, and keeps others from changing them until the
     * transaction ends, which it needs. Those that another transaction holds at the moment are left out: whoever waited
     * for several could wait in a circle.
     *
     * @param after pick only jobs with a higher id, or null
     * @param limit how many at most, those with the lowest ids
     * @return in the order of their ids
     */
    List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit);

    /**
     * Calls off jobs that have not finished. A worker that runs one loses its claim: nothing it writes later counts.
     * Needs a transaction; several jobs are {@linkplain #pick picked} in it before.
     *
     * @return those that it has called off
     */
    List<ControlledJob> cancel(Collection<JobId> ids);

    /**
     * Gives up parents that wait for a child which is dead and which {@link JobUpkeep#dropDays} would forget, if asked to
     * keep as much: after that nobody could make it succeed. One that another transaction has locked is left out. Needs a
     * transaction.
     *
     * @param keep as for the upkeep; shorter than it, so that what was left out is met again
     * @param limit how many at most
     * @return those that it has given up; they are dead now
     */
    List<ControlledJob> giveUpParents(Duration keep, int limit);

    /**
     * Makes dead jobs available again with all their attempts. Needs a transaction; several jobs are
     * {@linkplain #pick picked} in it before.
     *
     * @return those that it has made available
     */
    List<ControlledJob> retry(Collection<JobId> ids);

    /**
     * Lets jobs that have not begun start at another time; {@link Start.Now} hurries them up, and those that are
     * due already keep their place; of those that are dispatched and unclaimed, the messages claim nothing any more. Needs a
     * transaction; several jobs are {@linkplain #pick picked} in it before.
     *
     * @return those of them that had not begun
     */
    List<ControlledJob> reschedule(Collection<JobId> ids, Start start);
}
