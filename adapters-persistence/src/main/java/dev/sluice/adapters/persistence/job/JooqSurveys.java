package dev.sluice.adapters.persistence.job;

import static java.util.stream.Collectors.groupingBy;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.job.Backlog;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.Pauses;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Survey;
import dev.sluice.domain.job.Surveys;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Reads surveys by one statement: the dispatcher takes many in a second, and of a job that moves meanwhile either its
 * old place is seen or its new one, never both or none. Only where there are too many lanes to show, those at the
 * beginning may have to be read by another.
 */
final class JooqSurveys implements Surveys {

    private static final String UNDER_WAY = """
            select 'IN_FLIGHT', queue, type, group_key,
                count(*), count(*) filter (where state = 'DISPATCHED'), null, null
            from jobs
            where queue = any(?) and stage = 'IN_FLIGHT'
            group by queue, type, group_key
            """;

    private static final String SLOTS = """
            select 'SLOTS', asked.queue, null, null, sum(workers.slots), null, null, null
            from unnest(?) as asked (queue)
            join workers on asked.queue = any(workers.queues) and workers.lease_until > statement_timestamp()
            group by asked.queue
            """;

    /** Not by "exists": to find any row, the planner would read the table from its begin on. */
    private static final String RIPE = """
            select 'RIPE', null, null, null, null, null, null, null
            where (select due_at from jobs where stage = 'LATER' order by due_at limit 1) <= statement_timestamp()
            """;

    private static final String PAUSED = """
            select 'PAUSED_' || kind, name, name, null, null, null, null, null from job_pauses
            """;

    private static final FixedStatement SURVEY =
            new FixedStatement(String.join(" union all ", Lanes.WAITING, UNDER_WAY, SLOTS, RIPE, PAUSED));

    private final DSLContext dsl;
    private final Lanes lanes;

    JooqSurveys(DSLContext dsl) {
        this.dsl = dsl;
        this.lanes = new Lanes(dsl);
    }

    @Override
    public Survey survey(Collection<QueueName> queues, int laneLimit, int jobLimit) {
        Map<QueueName, Lane> begins = lanes.begins(queues);
        Map<String, List<SurveyRow>> rows =
                rows(begins, laneLimit, jobLimit).stream().collect(groupingBy(SurveyRow::kind));
        Map<QueueName, List<SurveyRow>> waiting = byQueue(rows, "WAITING");
        Map<QueueName, List<SurveyRow>> inFlight = byQueue(rows, "IN_FLIGHT");
        Map<QueueName, List<SurveyRow>> slots = byQueue(rows, "SLOTS");
        Map<QueueName, Backlog> backlogs = new HashMap<>();
        begins.forEach((queue, begin) -> {
            List<SurveyRow> underWay = inFlight.getOrDefault(queue, List.of());
            List<SurveyRow> first = waiting.getOrDefault(queue, List.of());
            backlogs.put(
                    queue,
                    new Backlog(
                            slots.getOrDefault(queue, List.of()).stream()
                                    .mapToInt(SurveyRow::amount)
                                    .sum(),
                            lanes.waiting(queue, begin, first, laneLimit, jobLimit),
                            byLane(underWay, SurveyRow::amount),
                            byLane(underWay, SurveyRow::unclaimed)));
        });
        return new Survey(rows.containsKey("RIPE"), pauses(rows), backlogs);
    }

    private List<SurveyRow> rows(Map<QueueName, Lane> begins, int laneLimit, int jobLimit) {
        String[] queues = JobSql.array(begins.keySet(), QueueName::value, String[]::new);
        Stream<Object> asked =
                Stream.concat(Stream.of(Lanes.asked(begins, laneLimit, jobLimit)), Stream.of(queues, queues));
        return SURVEY.fetch(dsl, SurveyRow::read, asked.toArray());
    }

    private static Pauses pauses(Map<String, List<SurveyRow>> rows) {
        return new Pauses(
                byQueue(rows, "PAUSED_QUEUE").keySet(),
                rows.getOrDefault("PAUSED_TYPE", List.of()).stream()
                        .map(row -> Objects.requireNonNull(row.type()))
                        .collect(Collectors.toSet()));
    }

    private static Map<QueueName, List<SurveyRow>> byQueue(Map<String, List<SurveyRow>> rows, String kind) {
        return rows.getOrDefault(kind, List.of()).stream().collect(groupingBy(SurveyRow::queueName));
    }

    private static Map<Lane, Integer> byLane(List<SurveyRow> rows, ToIntFunction<SurveyRow> count) {
        return rows.stream()
                .filter(row -> count.applyAsInt(row) > 0)
                .collect(Collectors.toMap(SurveyRow::lane, count::applyAsInt));
    }
}
