package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.array;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Parents that wait for their children. */
final class Families {

    /** Locks the parents in one order, so that batches never wait for each other in a circle. */
    private static final String RELEASE = """
            with ended as (select * from unnest({0}, {1}) as ended (parent_id, children)),
            parents as (
                select jobs.id, jobs.waits_for - ended.children as rest
                from jobs join ended on jobs.id = ended.parent_id
                where jobs.state = 'WAITING'
                order by jobs.id
                for update of jobs)
            update jobs
            set waits_for = rest,
                state = case when rest > 0 then state else 'AVAILABLE' end,
                due_at = case when rest > 0 then due_at else statement_timestamp() end
            from parents
            where jobs.id = parents.id
            """;

    /** Locks nobody who is at work: what it leaves out, the next look finds. */
    private static final String HOPELESS = """
            select id from jobs
            where stage = 'WAITING' and id = any (array(
                select parent_id from job_history
                where state = 'DEAD' and parent_id is not null
                    and finished_at < date_trunc('day', statement_timestamp() - make_interval(secs => {0}), 'UTC')))
            order by id
            limit {1}
            for update skip locked
            """;

    private final DSLContext dsl;

    Families(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those who wait for a dead child that finished on a day which ended so long ago. */
    List<UUID> hopeless(Duration keep, int limit) {
        return dsl.resultQuery(HOPELESS, val((double) keep.toSeconds()), val(limit))
                .coerce(JOBS.ID)
                .fetch(JOBS.ID);
    }

    /** Lets the parents of these jobs wait for so many fewer; those that wait for none are due. */
    void release(List<EndedJob> ended) {
        Map<UUID, Long> children = ended.stream()
                .filter(job -> job.parentId() != null && job.state() != JobState.DEAD)
                .collect(Collectors.groupingBy(
                        job -> Objects.requireNonNull(job.parentId()), TreeMap::new, Collectors.counting()));
        if (!children.isEmpty()) {
            dsl.execute(
                    RELEASE,
                    val(array(children.keySet(), parent -> parent, UUID[]::new)),
                    val(array(children.values(), Long::intValue, Integer[]::new)));
        }
    }
}
