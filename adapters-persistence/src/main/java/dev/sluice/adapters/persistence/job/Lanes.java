package dev.sluice.adapters.persistence.job;

import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.Priority;
import dev.sluice.domain.job.QueueName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The lanes of a queue that have jobs to dispatch. It leaps along the index from lane to lane and never walks the jobs of
 * one: a "loose index scan", as the PostgreSQL wiki calls it.
 */
final class Lanes {

    private static final Lane BEFORE_ALL = new Lane("", GroupKey.NONE);

    private static final String NEXT = """
            select type, group_key from jobs
            where queue = {0} and stage = 'READY' and (type, group_key) > (%s, %s)
            order by type, group_key limit 1
            """;

    private static final String WAITING =
            """
            with recursive lanes as (
                (%1$s)
                union all
                select next.type, next.group_key from lanes cross join lateral (%2$s) next)
            select lane.type, lane.group_key, extent.jobs, first.priority, first.due_at
            from (select * from lanes limit {3}) lane
            cross join lateral (
                select priority, due_at from jobs
                where queue = {0} and type = lane.type and group_key = lane.group_key and stage = 'READY'
                order by priority, due_at, id limit 1) first
            cross join lateral (
                select count(*) as jobs from (
                    select 1 from jobs
                    where queue = {0} and type = lane.type and group_key = lane.group_key and stage = 'READY'
                    limit {4}) counted) extent
            """.formatted(NEXT.formatted("{1}", "{2}"), NEXT.formatted("lanes.type", "lanes.group_key"));

    private final DSLContext dsl;
    private final Map<QueueName, Lane> lastShown = new ConcurrentHashMap<>();

    Lanes(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** If there are too many lanes to show them all, each call begins behind the one before. */
    List<Waiting> waiting(QueueName queue, int lanes, int jobs) {
        Lane begin = lastShown.getOrDefault(queue, BEFORE_ALL);
        List<Waiting> shown = new ArrayList<>(after(begin, queue, lanes, jobs));
        if (shown.size() < lanes && !begin.equals(BEFORE_ALL)) {
            after(BEFORE_ALL, queue, lanes - shown.size(), jobs).stream()
                    .filter(lane -> !shown.contains(lane))
                    .forEach(shown::add);
        }
        lastShown.put(queue, shown.size() < lanes ? BEFORE_ALL : shown.getLast().lane());
        return shown;
    }

    private List<Waiting> after(Lane lane, QueueName queue, int lanes, int jobs) {
        return dsl.resultQuery(
                        WAITING,
                        val(queue.value()),
                        val(lane.type()),
                        val(lane.group().value()),
                        val(lanes),
                        val(jobs))
                .fetch(Lanes::waiting);
    }

    private static Waiting waiting(Record row) {
        return new Waiting(
                new Lane(row.get(0, String.class), new GroupKey(row.get(1, String.class))),
                row.get(2, int.class),
                new Priority(row.get(3, int.class)),
                row.get(4, Instant.class));
    }
}
