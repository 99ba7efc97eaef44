package dev.sluice.adapters.persistence.job.schedule;

import static dev.sluice.adapters.persistence.schema.Tables.JOB_SCHEDULES;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.select;

import dev.sluice.domain.job.schedule.Agenda;
import dev.sluice.domain.job.schedule.JobSchedules;
import dev.sluice.domain.job.schedule.PlannedFiring;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** When each schedule fires next, one row each. */
final class JooqJobSchedules implements JobSchedules {

    private static final Field<Instant> NOW = function("statement_timestamp", SQLDataType.INSTANT);

    private final DSLContext dsl;

    JooqJobSchedules(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The time first: what is planned can then only be newer, and what is due was due already. */
    @Override
    public Agenda agenda() {
        Instant now = dsl.select(NOW).fetchSingle().value1();
        List<PlannedFiring> firings = dsl.selectFrom(JOB_SCHEDULES)
                .fetch(row -> new PlannedFiring(row.getName(), row.getDefinition(), row.getNextFiring()));
        return new Agenda(now, firings);
    }

    @Override
    public boolean add(PlannedFiring first) {
        return dsl.insertInto(JOB_SCHEDULES)
                        .set(JOB_SCHEDULES.NAME, first.schedule())
                        .set(JOB_SCHEDULES.DEFINITION, first.definition())
                        .set(JOB_SCHEDULES.NEXT_FIRING, first.at())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Who finds the row locked need not wait: whoever holds it has seen the same. */
    @Override
    public boolean replace(PlannedFiring seen, PlannedFiring next) {
        var unchanged = select(JOB_SCHEDULES.NAME)
                .from(JOB_SCHEDULES)
                .where(is(seen))
                .forUpdate()
                .skipLocked();
        return dsl.update(JOB_SCHEDULES)
                        .set(JOB_SCHEDULES.DEFINITION, next.definition())
                        .set(JOB_SCHEDULES.NEXT_FIRING, next.at())
                        .where(JOB_SCHEDULES.NAME.eq(unchanged))
                        .execute()
                > 0;
    }

    @Override
    public void remove(PlannedFiring seen) {
        dsl.deleteFrom(JOB_SCHEDULES).where(is(seen)).execute();
    }

    private static Condition is(PlannedFiring seen) {
        return and(
                JOB_SCHEDULES.NAME.eq(seen.schedule()),
                JOB_SCHEDULES.DEFINITION.eq(seen.definition()),
                JOB_SCHEDULES.NEXT_FIRING.isNotDistinctFrom(seen.at()));
    }
}
