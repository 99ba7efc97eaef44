package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_HISTORY;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What a filter says, as conditions on the two tables. */
final class JobFilters {

    private JobFilters() {}

    static Condition open(JobFilter filter) {
        return and(open(filter.state()), others(filter, JOBS.TYPE, JOBS.QUEUE, JOBS.GROUP_KEY));
    }

    /** Names the stage too, so that the indexes of the stages are of use. */
    private static Condition open(@Nullable JobState state) {
        if (state == null) {
            return noCondition();
        }
        return state.isFinished() ? falseCondition() : JobSql.stage(state).and(JobSql.in(state));
    }

    /** Says of a group that it is one, so that the indexes that leave out jobs of none are of use. */
    static Condition finished(JobFilter filter) {
        GroupKey group = filter.group();
        return and(
                finished(filter.state()),
                others(filter, JOB_HISTORY.TYPE, JOB_HISTORY.QUEUE, JOB_HISTORY.GROUP_KEY),
                group == null || group.equals(GroupKey.NONE) ? noCondition() : JOB_HISTORY.GROUP_KEY.ne(inline("")));
    }

    private static Condition finished(@Nullable JobState state) {
        if (state == null) {
            return noCondition();
        }
        return state.isFinished() ? JOB_HISTORY.STATE.eq(JobSql.literal(state)) : falseCondition();
    }

    private static Condition others(
            JobFilter filter, TableField<?, String> type, TableField<?, String> queue, TableField<?, String> group) {
        return and(
                equal(type, filter.type(), Function.identity()),
                equal(queue, filter.queue(), QueueName::value),
                equal(group, filter.group(), GroupKey::value));
    }

    private static <T> Condition equal(TableField<?, String> column, @Nullable T wanted, Function<T, String> text) {
        return wanted == null ? noCondition() : column.eq(text.apply(wanted));
    }
}
