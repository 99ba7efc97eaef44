package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.array;
import static dev.sluice.adapters.persistence.job.JobSql.failuresWith;
import static dev.sluice.adapters.persistence.job.JobSql.ordered;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record4;
import org.jooq.Result;

/** The way of jobs from the hot table into the history and back: each move is one statement, so that none is lost. */
final class JobHistory {

    /** What a job takes along both ways; the columns have the same names on both sides. */
    private static final String KEPT = "id, type, queue, priority, group_key, parent_id, payload, attempts, backoff,"
            + " backoff_factor, backoff_longest, backoff_jitter, time_limit, dispatch, enqueued_at, log, request_id";

    /** What it takes along into the history alone: a retry by hand begins these anew. */
    private static final String KEPT_WHEN_FINISHED = "attempt, crashes, due_at, started_at, worker_id, progress";

    private static final FixedStatement FINISH =
            new FixedStatement("""
            with taken as (
                delete from jobs
                using unnest(?, ?, ?, ?, ?) as ended (id, dispatch, state, error, result)
                where jobs.id = ended.id
                    and (ended.dispatch is null or (jobs.dispatch = ended.dispatch and jobs.state = 'RUNNING'))
                returning jobs.*, ended.state as end_state, ended.error as end_error, ended.result as end_result,
                    case when ended.error is null then jobs.failures else %3$s end as all_failures)
            insert into job_history
                (%1$s, %2$s, state, error, failures, result, finished_at)
            select %1$s, %2$s,
                end_state, coalesce(end_error, error), all_failures, end_result::jsonb, statement_timestamp()
            from taken
            returning id, dispatch, type, queue, attempt, payload, state, parent_id
            """.formatted(KEPT, KEPT_WHEN_FINISHED, failuresWith("ended.error")));

    private static final String REVIVE = """
            with taken as (delete from job_history where id = any({0}) and state = 'DEAD' returning *),
            counted as (
                insert into job_count_deltas (queue, type, state, day, n)
                select queue, type, 'AVAILABLE', 'infinity', count(*) from taken group by queue, type)
            insert into jobs (%1$s, error, failures, state, due_at)
            select %1$s, error, failures, 'AVAILABLE', statement_timestamp() from taken
            returning id, type, queue, payload
            """.formatted(KEPT);

    private final DSLContext dsl;

    JobHistory(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Moves jobs into the history; yields those that it has moved. */
    List<EndedJob> finish(List<JobEnd> jobs) {
        List<JobEnd> ends = ordered(jobs, JobEnd::id);
        return FINISH.fetch(
                dsl,
                JobHistory::ended,
                array(ends, JobEnd::id, UUID[]::new),
                array(ends, JobEnd::dispatch, Integer[]::new),
                array(ends, end -> end.state().name(), String[]::new),
                array(ends, JobEnd::error, String[]::new),
                array(ends, JobEnd::resultText, String[]::new));
    }

    private static EndedJob ended(ResultSet job) throws SQLException {
        return new EndedJob(
                JobSql.dispatch(job),
                job.getString("type"),
                job.getString("queue"),
                job.getInt("attempt"),
                JSONB.valueOf(job.getString("payload")),
                JobState.valueOf(job.getString("state")),
                job.getObject("parent_id", UUID.class));
    }

    /** Moves dead jobs back, due at once and without an attempt used; yields their ids, types, queues and payloads. */
    Result<Record4<UUID, String, String, JSONB>> revive(Collection<JobId> ids) {
        return dsl.resultQuery(REVIVE, val(array(ids, JobId::value, UUID[]::new)))
                .coerce(JOBS.ID, JOBS.TYPE, JOBS.QUEUE, JOBS.PAYLOAD)
                .fetch();
    }
}
