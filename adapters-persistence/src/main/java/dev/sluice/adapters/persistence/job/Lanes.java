package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.array;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.Priority;
import dev.sluice.domain.job.QueueName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;

/**
 * The lanes of queues that have jobs to dispatch. It leaps along the index from lane to lane and never walks the jobs of
 * one: a "loose index scan", as the PostgreSQL wiki calls it.
 */
final class Lanes {

    private static final Lane BEFORE_ALL = new Lane("", GroupKey.NONE);

    private static final String NEXT = """
            select type, group_key from jobs
            where queue = asked.queue and stage = 'READY' and (type, group_key) > (%1$s.type, %1$s.group_key)
            order by type, group_key limit 1
            """;

    /** To be bound to what {@link #asked} yields: queues, behind which lane of each to begin, and the two bounds. */
    static final String WAITING = """
            select 'WAITING' as kind, asked.queue, lane.type, lane.group_key, extent.jobs, null::bigint as unclaimed,
                first.priority, first.due_at
            from unnest({0}, {1}, {2}) as asked (queue, type, group_key)
            cross join lateral (
                with recursive lanes as (
                    (%1$s)
                    union all
                    select next.type, next.group_key from lanes cross join lateral (%2$s) next)
                select * from lanes limit {3}) lane
            cross join lateral (
                select priority, due_at from jobs
                where queue = asked.queue and type = lane.type and group_key = lane.group_key and stage = 'READY'
                order by priority, due_at, id limit 1) first
            cross join lateral (
                select count(*) as jobs from (
                    select 1 from jobs
                    where queue = asked.queue and type = lane.type and group_key = lane.group_key and stage = 'READY'
                    limit {4}) counted) extent
            """.formatted(NEXT.formatted("asked"), NEXT.formatted("lanes"));

    private final DSLContext dsl;
    private final Map<QueueName, Lane> lastShown = new ConcurrentHashMap<>();

    Lanes(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** If there are too many lanes to show them all, each call begins behind the one before. */
    QueryPart[] asked(Collection<QueueName> queues, int lanes, int jobs) {
        List<Lane> begins = queues.stream().map(this::begin).toList();
        return new QueryPart[] {
            val(array(queues, QueueName::value, String[]::new)),
            val(array(begins, Lane::type, String[]::new)),
            val(array(begins, lane -> lane.group().value(), String[]::new)),
            val(lanes),
            val(jobs)
        };
    }

    private Lane begin(QueueName queue) {
        return lastShown.getOrDefault(queue, BEFORE_ALL);
    }

    /**
     * What waits in a queue, from its first lane on again where the last has been reached.
     *
     * @param rows those of the queue that {@link #WAITING} has yielded
     */
    List<Waiting> waiting(QueueName queue, List<Record> rows, int lanes, int jobs) {
        List<Waiting> shown = new ArrayList<>(rows.stream().map(Lanes::waiting).toList());
        if (shown.size() < lanes && lastShown.remove(queue) != null) {
            dsl.resultQuery(WAITING, asked(List.of(queue), lanes - shown.size(), jobs)).fetch(Lanes::waiting).stream()
                    .filter(lane -> !shown.contains(lane))
                    .forEach(shown::add);
        }
        if (shown.size() == lanes) {
            lastShown.put(queue, shown.getLast().lane());
        }
        return shown;
    }

    private static Waiting waiting(Record row) {
        return new Waiting(
                lane(row),
                row.get("jobs", int.class),
                new Priority(row.get("priority", int.class)),
                row.get("due_at", Instant.class));
    }

    /** Of a row with a type and a group key. */
    static Lane lane(Record row) {
        return new Lane(row.get("type", String.class), new GroupKey(row.get("group_key", String.class)));
    }
}
