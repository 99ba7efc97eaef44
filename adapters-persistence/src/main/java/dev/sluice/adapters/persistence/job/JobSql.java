package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobState;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** What the statements about jobs have in common. */
final class JobSql {

    /** The database's clock; stable within a statement, so that indexes on times are of use. */
    static final Field<Instant> NOW = function("statement_timestamp", SQLDataType.INSTANT);

    private JobSql() {}

    /** The time that lies this far ahead, or behind if the span is negative. */
    static Field<Instant> nowPlus(Duration span) {
        return NOW.plus(DayToSecond.valueOf(span));
    }

    /** As a literal: only then does the planner see that a partial index holds all jobs in the state. */
    static Field<String> literal(JobState state) {
        return inline(state.name());
    }

    /** The job is in that state and its latest dispatch is this one. */
    static Condition is(JobState state, Dispatch dispatch) {
        return JOBS.ID
                .eq(dispatch.job().value())
                .and(JOBS.DISPATCH.eq(dispatch.number()))
                .and(JOBS.STATE.eq(literal(state)));
    }
}
