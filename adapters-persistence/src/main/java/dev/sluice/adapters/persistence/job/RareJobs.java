package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the open jobs that a filter lets through if they are few, by the indexes of lanes. Lists run along the ids, which
 * is quick where every hundredth job is let through and reads all of them where hardly any is.
 */
record RareJobs(DSLContext dsl) {

    /** With more than this, a list along the ids soon finds a page. */
    private static final int FEW = 2_000;

    /**
     * Leaps along the index of a stage from type to type, as {@link Lanes} does from lane to lane. The order only makes
     * the planner take that index: it expects an average type, of which others would soon show enough.
     */
    private static final String IN_STAGE = """
            select job.id
            from (
                with recursive kinds as (
                    (select queue, type from jobs where stage = '%1$s' order by queue, type limit 1)
                    union all
                    select next.queue, next.type from kinds cross join lateral (
                        select queue, type from jobs
                        where stage = '%1$s' and (queue, type) > (kinds.queue, kinds.type)
                        order by queue, type limit 1) next)
                select queue, type from kinds) kind
            cross join lateral (
                select id from jobs
                where stage = '%1$s' and queue = kind.queue and type = kind.type
                    and ({2} is null or group_key = {2})
                order by queue, type, group_key
                limit {3}) job
            where ({0} is null or kind.type = {0}) and ({1} is null or kind.queue = {1})
            """;

    /** A condition that holds for all that the filter lets through: for these few ids, or for any. */
    Condition among(JobFilter filter) {
        JobState state = filter.state();
        boolean selects = filter.type() != null || filter.queue() != null || filter.group() != null;
        if (!selects || (state != null && state.isFinished())) {
            return noCondition();
        }
        UUID[] few = few(filter);
        return few == null ? noCondition() : JOBS.ID.eq(any(few));
    }

    /** @return null if there are too many */
    private UUID @Nullable [] few(JobFilter filter) {
        QueueName queue = filter.queue();
        GroupKey group = filter.group();
        String stages = stages(filter.state()).map(IN_STAGE::formatted).collect(joining(" union all "));
        return dsl.resultQuery(
                        "select array_agg(id) from (select id from (" + stages
                                + ") found limit {3}) few having count(*) < {3}",
                        val(filter.type(), SQLDataType.VARCHAR),
                        val(queue == null ? null : queue.value(), SQLDataType.VARCHAR),
                        val(group == null ? null : group.value(), SQLDataType.VARCHAR),
                        val(FEW))
                .fetchOne(row -> row.get(0) == null ? new UUID[0] : row.get(0, UUID[].class));
    }

    private static Stream<String> stages(@Nullable JobState state) {
        return state == null ? Stream.of("READY", "LATER", "WAITING", "IN_FLIGHT") : Stream.of(JobSql.stageOf(state));
    }
}
