package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.array;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.QueueProgress;
import dev.sluice.domain.job.QueueStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * How queues get on. It leaps along the index of what is ready, as {@link Lanes} does, by priority too: so the longest
 * due of each kind stands first.
 */
final class JooqQueueProgress implements QueueProgress {

    private static final String BEGUN = """
            insert into queue_progress (queue, begun)
            select queue, begun from unnest({0}, {1}) as told (queue, begun) order by queue
            on conflict (queue) do update set begun = queue_progress.begun + excluded.begun
            """;

    private static final String NEXT = """
            select type, group_key, priority from jobs
            where queue = {0} and stage = 'READY' %s
            order by type, group_key, priority limit 1
            """;

    private static final String STANDING = """
            with recursive kinds as (
                (%s)
                union all
                select next.* from kinds cross join lateral (%s) next),
            ready as (
                select min(first.due_at) as due_at
                from (select * from kinds limit 1000) kind
                cross join lateral (
                    select due_at from jobs
                    where queue = {0} and type = kind.type and group_key = kind.group_key
                        and priority = kind.priority and stage = 'READY'
                    order by due_at limit 1) first),
            unripe as (
                select min(due_at) as due_at from jobs
                where queue = {0} and stage = 'LATER' and due_at <= statement_timestamp()),
            unclaimed as (
                select min(due_at) as due_at from jobs
                where queue = {0} and stage = 'IN_FLIGHT' and state = 'DISPATCHED'),
            serving as (
                select id, slots from workers
                where lease_until > statement_timestamp() and {0} = any (queues))
            select
                statement_timestamp(),
                least(ready.due_at, unripe.due_at, unclaimed.due_at),
                unripe.due_at,
                (select coalesce(sum(slots), 0) from serving),
                (select count(*) from jobs join serving on serving.id = jobs.worker_id
                    where stage = 'IN_FLIGHT' and state = 'RUNNING'),
                (select coalesce(sum(begun), 0) from queue_progress where queue = {0})
            from ready, unripe, unclaimed
            """.formatted(
                    NEXT.formatted(""),
                    NEXT.formatted("and (type, group_key, priority) > (kinds.type, kinds.group_key, kinds.priority)"));

    private final DSLContext dsl;

    JooqQueueProgress(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void begun(Map<QueueName, Integer> attempts) {
        List<Map.Entry<QueueName, Integer>> told = List.copyOf(attempts.entrySet());
        dsl.execute(
                BEGUN,
                val(array(told, queue -> queue.getKey().value(), String[]::new)),
                val(array(told, Map.Entry::getValue, Integer[]::new)));
    }

    @Override
    public QueueStanding standing(QueueName queue) {
        return standing(Objects.requireNonNull(dsl.fetchOne(STANDING, val(queue.value()))));
    }

    private static QueueStanding standing(Record row) {
        Instant now = row.get(0, Instant.class);
        return new QueueStanding(
                since(row.get(1, Instant.class), now),
                since(row.get(2, Instant.class), now),
                row.get(3, int.class),
                row.get(4, int.class),
                row.get(5, long.class));
    }

    private static Duration since(@Nullable Instant due, Instant now) {
        return due == null || due.isAfter(now) ? Duration.ZERO : Duration.between(due, now);
    }
}
