package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_HISTORY;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.Job.JobTimes;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jooq.Table;

/** The record of jobs: open jobs in a small hot table, finished ones in a history. */
final class JooqJobs implements Jobs {

    private static final List<Field<?>> SEEN = List.of(
            JOBS.ID,
            JOBS.TYPE,
            JOBS.QUEUE,
            JOBS.STATE,
            JOBS.ATTEMPT,
            JOBS.ATTEMPTS,
            JOBS.ENQUEUED_AT,
            JOBS.DUE_AT,
            JOBS.STARTED_AT,
            JOBS.ERROR);

    private final DSLContext dsl;
    private final JsonPayloads payloads;
    private final JobHistory history;

    JooqJobs(DSLContext dsl, JsonPayloads payloads) {
        this.dsl = dsl;
        this.payloads = payloads;
        this.history = new JobHistory(dsl);
    }

    @Override
    public void enqueue(JobRequest<?> request) {
        dsl.insertInto(JOBS)
                .set(JOBS.ID, request.id().value())
                .set(JOBS.TYPE, request.type().name())
                .set(JOBS.QUEUE, request.type().queue().value())
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .set(JOBS.PAYLOAD, payloads.encode(request.payload()))
                .set(JOBS.ATTEMPTS, request.retry().attempts())
                .set(JOBS.BACKOFF, request.retry().backoff())
                .set(JOBS.ENQUEUED_AT, NOW)
                .set(JOBS.DUE_AT, NOW)
                .execute();
    }

    @Override
    public Optional<Job> find(JobId id) {
        Table<?> found = open(JOBS.ID.eq(id.value()))
                .unionAll(finished(JOB_HISTORY.ID.eq(id.value())))
                .asTable(JOBS);
        return dsl.selectFrom(found).fetchOptional(JooqJobs::job);
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        int rows = page.limit() + 1;
        Table<?> newest = newest(open(filtered(JOBS, filter, page)), rows)
                .unionAll(newest(finished(filtered(JOB_HISTORY, filter, page)), rows))
                .asTable(JOBS);
        List<Job> found =
                dsl.selectFrom(newest).orderBy(JOBS.ID.desc()).limit(rows).fetch(JooqJobs::job);
        return Page.cut(found, page, job -> job.id().value());
    }

    private static Select<Record> newest(SelectOrderByStep<Record> jobs, int rows) {
        return jobs.orderBy(field(name("id")).desc()).limit(rows);
    }

    private static Condition filtered(Table<?> table, JobFilter filter, PageRequest page) {
        return and(
                filter.state() == null
                        ? noCondition()
                        : column(table, JOBS.STATE).eq(filter.state().name()),
                filter.type() == null ? noCondition() : column(table, JOBS.TYPE).eq(filter.type()),
                page.after() == null ? noCondition() : column(table, JOBS.ID).lt(page.after()));
    }

    private static <T> Field<T> column(Table<?> table, Field<T> field) {
        return Objects.requireNonNull(table.field(field));
    }

    private static SelectOrderByStep<Record> open(Condition which) {
        return select(SEEN)
                .select(inline((Instant) null).as(JOB_HISTORY.FINISHED_AT))
                .from(JOBS)
                .where(which);
    }

    private static SelectOrderByStep<Record> finished(Condition which) {
        return select(JOB_HISTORY.fields(SEEN.toArray(Field<?>[]::new)))
                .select(JOB_HISTORY.FINISHED_AT)
                .from(JOB_HISTORY)
                .where(which);
    }

    private static Job job(Record row) {
        return new Job(
                new JobId(row.get(JOBS.ID)),
                row.get(JOBS.TYPE),
                new QueueName(row.get(JOBS.QUEUE)),
                JobState.valueOf(row.get(JOBS.STATE)),
                row.get(JOBS.ATTEMPT),
                row.get(JOBS.ATTEMPTS),
                new JobTimes(
                        row.get(JOBS.ENQUEUED_AT),
                        row.get(JOBS.DUE_AT),
                        row.get(JOBS.STARTED_AT),
                        row.get(JOB_HISTORY.FINISHED_AT)),
                row.get(JOBS.ERROR));
    }

    @Override
    public Optional<ControlledJob> cancel(JobId id) {
        return history.finish(JOBS.ID.eq(id.value()), JobState.CANCELLED, null)
                .map(row -> new ControlledJob(id, row.value1(), payloads.decodable(row.value2())));
    }

    @Override
    public Optional<ControlledJob> retry(JobId id) {
        return history.revive(id).map(row -> new ControlledJob(id, row.value1(), payloads.decodable(row.value2())));
    }
}
