package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.literal;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The way of jobs from the hot table into the history and back: each move is one statement, so that none is lost. */
final class JobHistory {

    /** What a job takes along; the columns have the same names on both sides. */
    private static final List<Field<?>> KEPT = List.of(
            JOBS.ID, JOBS.TYPE, JOBS.QUEUE, JOBS.PAYLOAD, JOBS.ATTEMPTS, JOBS.BACKOFF, JOBS.DISPATCH, JOBS.ENQUEUED_AT);

    /** What it takes along into the history alone: a retry by hand begins these anew. */
    private static final List<Field<?>> KEPT_WHEN_FINISHED =
            List.of(JOBS.ATTEMPT, JOBS.DUE_AT, JOBS.STARTED_AT, JOBS.WORKER_ID);

    private final DSLContext dsl;

    JobHistory(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Moves the job that fits into the history; yields its type and payload.
     *
     * @param error the last word on it, or null to keep the one it has
     */
    Optional<Record2<String, JSONB>> finish(Condition which, JobState state, @Nullable String error) {
        CommonTableExpression<?> taken =
                name("taken").as(deleteFrom(JOBS).where(which).returning());
        List<Field<?>> kept = concat(KEPT, KEPT_WHEN_FINISHED);
        return dsl.with(taken)
                .insertInto(JOB_HISTORY)
                .columns(concat(
                        named(JOB_HISTORY, kept),
                        List.of(JOB_HISTORY.STATE, JOB_HISTORY.ERROR, JOB_HISTORY.FINISHED_AT)))
                .select(select(concat(
                                named(taken, kept),
                                List.of(literal(state), coalesce(val(error), taken.field(JOBS.ERROR)), NOW)))
                        .from(taken))
                .returningResult(JOB_HISTORY.TYPE, JOB_HISTORY.PAYLOAD)
                .fetchOptional();
    }

    /** Moves a dead job back, due at once and without an attempt used; yields its type and payload. */
    Optional<Record2<String, JSONB>> revive(JobId id) {
        CommonTableExpression<?> taken = name("taken")
                .as(deleteFrom(JOB_HISTORY)
                        .where(JOB_HISTORY.ID.eq(id.value()), JOB_HISTORY.STATE.eq(literal(JobState.DEAD)))
                        .returning());
        return dsl.with(taken)
                .insertInto(JOBS)
                .columns(concat(KEPT, List.of(JOBS.ERROR, JOBS.STATE, JOBS.ATTEMPT, JOBS.DUE_AT)))
                .select(select(concat(
                                named(taken, KEPT),
                                List.of(taken.field(JOB_HISTORY.ERROR), literal(JobState.AVAILABLE), inline(0), NOW)))
                        .from(taken))
                .returningResult(JOBS.TYPE, JOBS.PAYLOAD)
                .fetchOptional();
    }

    private static List<Field<?>> named(Table<?> table, List<Field<?>> fields) {
        return List.copyOf(Arrays.asList(table.fields(fields.toArray(Field<?>[]::new))));
    }

    private static List<Field<?>> concat(List<? extends Field<?>> first, List<? extends Field<?>> second) {
        List<Field<?>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
