package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOB_COUNTS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_COUNT_DELTAS;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.sluice.domain.job.JobCount;
import dev.sluice.domain.job.JobCounts;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The counts of jobs: what has been added up, and the differences since. One statement sees both as of one moment. */
record JooqJobCounts(DSLContext dsl) implements JobCounts {

    @Override
    public List<JobCount> totals() {
        var all = select(JOB_COUNTS.QUEUE, JOB_COUNTS.TYPE, JOB_COUNTS.STATE, JOB_COUNTS.N)
                .from(JOB_COUNTS)
                .unionAll(select(
                                JOB_COUNT_DELTAS.QUEUE,
                                JOB_COUNT_DELTAS.TYPE,
                                JOB_COUNT_DELTAS.STATE,
                                JOB_COUNT_DELTAS.N)
                        .from(JOB_COUNT_DELTAS))
                .asTable(JOB_COUNTS);
        Field<BigDecimal> jobs = sum(JOB_COUNTS.N);
        return dsl.select(JOB_COUNTS.QUEUE, JOB_COUNTS.TYPE, JOB_COUNTS.STATE, jobs)
                .from(all)
                .groupBy(JOB_COUNTS.QUEUE, JOB_COUNTS.TYPE, JOB_COUNTS.STATE)
                .having(jobs.ne(BigDecimal.ZERO))
                .orderBy(JOB_COUNTS.QUEUE, JOB_COUNTS.TYPE, JOB_COUNTS.STATE)
                .fetch(row -> new JobCount(
                        new QueueName(row.value1()),
                        row.value2(),
                        JobState.valueOf(row.value3()),
                        row.value4().longValueExact()));
    }
}
