package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Start;
import java.time.Instant;
import java.util.Map;
import org.jooq.Field;

/** When jobs start, as the record keeps it: by their state and the time when they are due. */
final class Starts {

    private Starts() {}

    static Map<Field<?>, Object> of(Start start) {
        return switch (start) {
            case Start.Now now -> due(NOW);
            case Start.After after -> due(nowPlus(after.delay()));
            case Start.At at -> due(greatest(NOW, val(at.time())));
            case Start.AfterChildren parent ->
                Map.of(JOBS.STATE, JobState.WAITING.name(), JOBS.DUE_AT, NOW, JOBS.WAITS_FOR, parent.children());
        };
    }

    private static Map<Field<?>, Object> due(Field<Instant> time) {
        Field<String> state =
                case_().when(time.gt(NOW), inline(JobState.SCHEDULED.name())).else_(inline(JobState.AVAILABLE.name()));
        return Map.of(JOBS.STATE, state, JOBS.DUE_AT, time);
    }
}
