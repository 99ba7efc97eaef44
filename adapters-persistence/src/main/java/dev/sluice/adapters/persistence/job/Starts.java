package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.IN_FLIGHT;
import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.READY;
import static dev.sluice.adapters.persistence.job.JobSql.literal;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Start;
import java.time.Instant;
import java.util.Map;
import org.jooq.Field;

/** When a job starts, as the record keeps it: by its state, the time when it is due, and its children to wait for. */
record Starts(Field<String> state, Field<Instant> due, int waitsFor) {

    static Starts of(Start start) {
        return switch (start) {
            case Start.Now now -> new Starts(literal(JobState.AVAILABLE), NOW, 0);
            case Start.After after -> later(nowPlus(after.delay()));
            case Start.At at -> later(greatest(NOW, val(at.time())));
            case Start.AfterChildren parent -> new Starts(literal(JobState.WAITING), NOW, parent.children());
        };
    }

    private static Starts later(Field<Instant> time) {
        Field<String> state =
                case_().when(time.gt(NOW), literal(JobState.SCHEDULED)).else_(literal(JobState.AVAILABLE));
        return new Starts(state, time, 0);
    }

    /**
     * The same for a job on record that has not begun: one that waits for nothing else keeps its place in the row, though
     * it be dispatched. Whatever state it gets, its message under way claims nothing then.
     */
    Starts keepingPlace() {
        return new Starts(
                state,
                case_().when(READY.or(IN_FLIGHT).and(due.le(NOW)), JOBS.DUE_AT).else_(due),
                waitsFor);
    }

    Map<Field<?>, Object> columns() {
        return Map.of(JOBS.STATE, state, JOBS.DUE_AT, due, JOBS.WAITS_FOR, waitsFor);
    }
}
