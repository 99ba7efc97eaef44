package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.array;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.QueueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * The lanes of queues that have jobs to dispatch. It leaps along the index from lane to lane and never walks the jobs of
 * one: a "loose index scan", as the PostgreSQL wiki calls it.
 */
final class Lanes {

    private static final Lane BEFORE_ALL = new Lane("", GroupKey.NONE);

    /** The first job of the next lane: the index has the jobs of a lane in the order in which they go. */
    private static final String NEXT = """
            select type, group_key, priority, due_at from jobs
            where queue = asked.queue and stage = 'READY' and (type, group_key) > (%1$s.type, %1$s.group_key)
            order by type, group_key, priority, due_at limit 1
            """;

    /**
     * To be bound to what {@link #asked} yields: queues, behind which lane of each to begin, and the two bounds. Jobs are
     * counted from the first that was found: the index has in front of it all that were dispatched since the last vacuum.
     */
    static final String WAITING = """
            select 'WAITING' as kind, asked.queue, lane.type, lane.group_key, extent.jobs as amount,
                null::bigint as unclaimed, lane.priority, lane.due_at
            from unnest(?, ?, ?) as asked (queue, type, group_key)
            cross join lateral (
                with recursive lanes as (
                    (%1$s)
                    union all
                    select next.* from lanes cross join lateral (%2$s) next)
                select * from lanes limit ?) lane
            cross join lateral (
                select count(*) as jobs from (
                    select 1 from jobs
                    where queue = asked.queue and type = lane.type and group_key = lane.group_key and stage = 'READY'
                        and (priority, due_at) >= (lane.priority, lane.due_at)
                    limit ?) counted) extent
            """.formatted(NEXT.formatted("asked"), NEXT.formatted("lanes"));

    private static final FixedStatement FIRST = new FixedStatement(WAITING);

    private final DSLContext dsl;
    private final Map<QueueName, Lane> lastShown = new HashMap<>();

    Lanes(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Behind which lane of each queue to begin: behind the last that was shown, if there are too many to show all. */
    Map<QueueName, Lane> begins(Collection<QueueName> queues) {
        return queues.stream()
                .collect(Collectors.toMap(queue -> queue, queue -> lastShown.getOrDefault(queue, BEFORE_ALL)));
    }

    static Object[] asked(Map<QueueName, Lane> begins, int lanes, int jobs) {
        return new Object[] {
            array(begins.keySet(), QueueName::value, String[]::new),
            array(begins.values(), Lane::type, String[]::new),
            array(begins.values(), lane -> lane.group().value(), String[]::new),
            lanes,
            jobs
        };
    }

    /**
     * What waits in a queue, from its first lane on again where the last has been reached.
     *
     * @param begin behind which lane the rows begin
     * @param rows those of the queue that {@link #WAITING} has yielded
     */
    List<Waiting> waiting(QueueName queue, Lane begin, List<SurveyRow> rows, int lanes, int jobs) {
        List<Waiting> shown =
                new ArrayList<>(rows.stream().map(SurveyRow::waiting).toList());
        if (shown.size() < lanes && !begin.equals(BEFORE_ALL)) {
            Set<Lane> known = shown.stream().map(Waiting::lane).collect(Collectors.toSet());
            first(queue, lanes - shown.size(), jobs).stream()
                    .filter(lane -> !known.contains(lane.lane()))
                    .forEach(shown::add);
        }
        lastShown.put(queue, shown.size() < lanes ? BEFORE_ALL : shown.getLast().lane());
        return shown;
    }

    private List<Waiting> first(QueueName queue, int lanes, int jobs) {
        return FIRST.fetch(dsl, row -> SurveyRow.read(row).waiting(), asked(Map.of(queue, BEFORE_ALL), lanes, jobs));
    }
}
