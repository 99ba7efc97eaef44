package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_HISTORY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.Job.JobTimes;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFailure;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Payload;
import dev.sluice.domain.job.Priority;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The record of jobs: open jobs in a small hot table, finished ones in a history. */
final class JooqJobs implements Jobs {

    private static final List<Field<?>> SEEN = List.of(
            JOBS.ID,
            JOBS.TYPE,
            JOBS.QUEUE,
            JOBS.PRIORITY,
            JOBS.GROUP_KEY,
            JOBS.STATE,
            JOBS.ATTEMPT,
            JOBS.ATTEMPTS,
            JOBS.ENQUEUED_AT,
            JOBS.DUE_AT,
            JOBS.STARTED_AT,
            JOBS.WORKER_ID,
            JOBS.PROGRESS,
            JOBS.FAILURES,
            JOBS.ERROR,
            JOBS.REQUEST_ID);

    /** The next attempt has not begun. */
    static final Condition PENDING = JOBS.STATE.in(Stream.of(JobState.values())
            .filter(JobState::isPending)
            .map(JobSql::literal)
            .toList());

    private final DSLContext dsl;
    private final JsonPayloads payloads;
    private final Enqueuing enqueuing;
    private final JobHistory history;
    private final Families families;
    private final JobSelection selection;
    private final RareJobs rare;

    JooqJobs(DSLContext dsl, JsonPayloads payloads) {
        this.dsl = dsl;
        this.payloads = payloads;
        this.enqueuing = new Enqueuing(dsl, payloads);
        this.history = new JobHistory(dsl);
        this.families = new Families(dsl);
        this.selection = new JobSelection(dsl);
        this.rare = new RareJobs(dsl);
    }

    @Override
    public List<JobId> enqueueAll(List<? extends JobRequest<?>> requests) {
        return enqueuing.enqueueAll(requests);
    }

    @Override
    public List<ControlledJob> reschedule(Collection<JobId> ids, Start start) {
        return dsl.update(JOBS)
                .set(Starts.of(start).keepingPlace().columns())
                .where(JOBS.ID.eq(any(JobSql.array(ids, JobId::value, UUID[]::new))), PENDING)
                .returningResult(JOBS.ID, JOBS.TYPE, JOBS.QUEUE, JOBS.STATE, JOBS.ATTEMPT, JOBS.PAYLOAD)
                .fetch(job -> new ControlledJob(
                        new JobId(job.value1()),
                        job.value2(),
                        new QueueName(job.value3()),
                        JobState.valueOf(job.value4()),
                        job.value5(),
                        payloads.decodable(job.value6())));
    }

    @Override
    public int count(JobFilter filter, JobAct act, int limit) {
        return selection.count(filter, act, limit);
    }

    @Override
    public List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit) {
        return selection.pick(filter, act, after, limit);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return find(id, Owner.operations());
    }

    @Override
    public Optional<Job> find(JobId id, Owner owner) {
        Table<?> found = open(JOBS.ID.eq(id.value()).and(isOf(owner, JOBS.GROUP_KEY)))
                .unionAll(finished(JOB_HISTORY.ID.eq(id.value()).and(isOf(owner, JOB_HISTORY.GROUP_KEY))))
                .asTable(JOBS);
        return dsl.selectFrom(found).fetchOptional(this::job);
    }

    private static Condition isOf(Owner owner, Field<String> group) {
        CreatorId creator = owner.creator();
        return creator == null ? noCondition() : group.eq(GroupKey.of(creator).value());
    }

    @Override
    public List<JobLogLine> log(JobId id) {
        return dsl.select(JOBS.LOG)
                .from(JOBS)
                .where(JOBS.ID.eq(id.value()))
                .unionAll(select(JOB_HISTORY.LOG).from(JOB_HISTORY).where(JOB_HISTORY.ID.eq(id.value())))
                .fetchOptional(JOBS.LOG)
                .map(log -> payloads.decodeAll(log, JobLogLine.class))
                .orElse(List.of());
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        int rows = Keyset.rows(page);
        Table<?> newest = newest(
                        open(JobFilters.open(filter).and(rare.among(filter)).and(Keyset.from(page, JOBS.ID))), rows)
                .unionAll(newest(finished(JobFilters.finished(filter).and(Keyset.from(page, JOB_HISTORY.ID))), rows))
                .asTable(JOBS);
        List<Job> found =
                dsl.selectFrom(newest).orderBy(JOBS.ID.desc()).limit(rows).fetch(this::job);
        return Page.cut(found, page, job -> job.id().value());
    }

    private static Select<Record> newest(SelectOrderByStep<Record> jobs, int rows) {
        return jobs.orderBy(field(name("id")).desc()).limit(rows);
    }

    private static SelectOrderByStep<Record> open(Condition which) {
        return select(SEEN)
                .select(
                        inline((Instant) null).as(JOB_HISTORY.FINISHED_AT),
                        inline((JSONB) null).as(JOB_HISTORY.RESULT))
                .from(JOBS)
                .where(which);
    }

    private static SelectOrderByStep<Record> finished(Condition which) {
        return select(JOB_HISTORY.fields(SEEN.toArray(Field<?>[]::new)))
                .select(JOB_HISTORY.FINISHED_AT, JOB_HISTORY.RESULT)
                .from(JOB_HISTORY)
                .where(which);
    }

    private Job job(Record row) {
        return new Job(
                new JobId(row.get(JOBS.ID)),
                row.get(JOBS.TYPE),
                new QueueName(row.get(JOBS.QUEUE)),
                new Priority(row.get(JOBS.PRIORITY)),
                new GroupKey(row.get(JOBS.GROUP_KEY)),
                JobState.valueOf(row.get(JOBS.STATE)),
                row.get(JOBS.ATTEMPT),
                row.get(JOBS.ATTEMPTS),
                new JobTimes(
                        row.get(JOBS.ENQUEUED_AT),
                        row.get(JOBS.DUE_AT),
                        row.get(JOBS.STARTED_AT),
                        row.get(JOB_HISTORY.FINISHED_AT)),
                worker(row.get(JOBS.WORKER_ID)),
                progress(row.get(JOBS.PROGRESS)),
                payloads.decodeAll(row.get(JOBS.FAILURES), JobFailure.class),
                row.get(JOBS.ERROR),
                result(row.get(JOB_HISTORY.RESULT)),
                row.get(JOBS.REQUEST_ID));
    }

    private @Nullable JobProgress progress(@Nullable JSONB json) {
        return json == null ? null : payloads.decodable(json).as(JobProgress.class);
    }

    private @Nullable Payload result(@Nullable JSONB json) {
        return json == null ? null : payloads.decodable(json);
    }

    private static @Nullable WorkerId worker(@Nullable UUID id) {
        return id == null ? null : new WorkerId(id);
    }

    @Override
    public List<ControlledJob> cancel(Collection<JobId> ids) {
        List<EndedJob> ended =
                history.finish(ids.stream().map(JobEnd::cancelled).toList());
        families.release(ended);
        return controlled(ended);
    }

    @Override
    public List<ControlledJob> giveUpParents(Duration keep, int limit) {
        return controlled(history.finish(
                families.hopeless(keep, limit).stream().map(JobEnd::hopeless).toList()));
    }

    private List<ControlledJob> controlled(List<EndedJob> ended) {
        return ended.stream()
                .map(job -> new ControlledJob(
                        job.dispatch().job(),
                        job.type(),
                        new QueueName(job.queue()),
                        job.state(),
                        job.attempt(),
                        payloads.decodable(job.payload())))
                .toList();
    }

    @Override
    public List<ControlledJob> retry(Collection<JobId> ids) {
        return history.revive(ids)
                .map(job -> new ControlledJob(
                        new JobId(job.value1()),
                        job.value2(),
                        new QueueName(job.value3()),
                        JobState.AVAILABLE,
                        0,
                        payloads.decodable(job.value4())));
    }
}
