package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.LATER;
import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_HISTORY;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The jobs that an act would change. */
record JobSelection(DSLContext dsl) {

    private static final Condition IS_DEAD = JOB_HISTORY.STATE.eq(JobSql.literal(JobState.DEAD));

    int count(JobFilter filter, JobAct act, int limit) {
        return dsl.fetchCount(changeable(filter, act).limit(limit));
    }

    /** Along the primary key, so that the batches of a long run read each job once. */
    List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit) {
        Field<UUID> id = id(act);
        return changeable(filter, act)
                .and(after == null ? noCondition() : id.gt(after.value()))
                .orderBy(id)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new JobId(row.value1()));
    }

    private SelectConditionStep<Record1<UUID>> changeable(JobFilter filter, JobAct act) {
        return act instanceof JobAct.Retry
                ? dsl.select(JOB_HISTORY.ID).from(JOB_HISTORY).where(IS_DEAD, JobFilters.finished(filter))
                : dsl.select(JOBS.ID)
                        .from(JOBS)
                        .where(changes(act), JobFilters.open(filter), new RareJobs(dsl).among(filter));
    }

    private static Condition changes(JobAct act) {
        return switch (act) {
            case JobAct.Retry retry -> falseCondition();
            case JobAct.Cancel cancel -> noCondition();
            case JobAct.Promote promote -> LATER;
            case JobAct.Reschedule reschedule -> and(JooqJobs.PENDING, isDueAtAnotherTimeThan(reschedule.at()));
        };
    }

    /** A time that has passed is now, and what is available or dispatched is due now. */
    private static Condition isDueAtAnotherTimeThan(Instant time) {
        return or(val(time).gt(NOW).and(JOBS.DUE_AT.ne(time)), val(time).le(NOW).and(LATER));
    }

    private static Field<UUID> id(JobAct act) {
        return act instanceof JobAct.Retry ? JOB_HISTORY.ID : JOBS.ID;
    }
}
