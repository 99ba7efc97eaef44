package dev.sluice.adapters.persistence.job;

import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How requests become jobs. Those that are due at once and not unique, which are most, are sent as they are; the rest is
 * rendered by jOOQ, for which each statement returns rows, as jOOQ renders every other that is written out a second time,
 * to see whether it is DDL.
 */
final class Enqueuing {

    /** What a request says about a job beside its identity and type. */
    private static final String ASKED = "payload, priority, group_key, parent_id, attempts, backoff, backoff_factor,"
            + " backoff_longest, backoff_jitter, time_limit, state, due_at, waits_for, request_id";

    private static final String MICROSECOND = "interval '1 microsecond'";
    private static final String SPAN = "{%d} * " + MICROSECOND;
    private static final String VALUES = "{0}, {1}, {2}, {3}, {4}, %s, {6}, %s, {8}, %s, {10}, {11}, {12}, {13}"
            .formatted(SPAN.formatted(5), SPAN.formatted(7), SPAN.formatted(9));

    /** The job counts itself: a trigger would take longer than the rest of the statement. */
    private static final String INSERT = """
            with counted as (
                insert into job_count_deltas (queue, type, state, day, n) values ({16}, {15}, {10}, 'infinity', 1))
            insert into jobs (%s, id, type, queue, enqueued_at)
            values (%s, {14}, {15}, {16}, statement_timestamp())
            returning id
            """.formatted(ASKED, VALUES);

    /** For one, which the statement for several takes a fifth longer to enqueue. */
    private static final FixedStatement INSERT_DUE = new FixedStatement("""
            with counted as (
                insert into job_count_deltas (queue, type, state, day, n) values (?, ?, 'AVAILABLE', 'infinity', 1))
            insert into jobs (%1$s, id, type, queue, enqueued_at)
            values (?::jsonb, ?, ?, ?, ?, ? * %2$s, ?, ? * %2$s, ?, ? * %2$s, 'AVAILABLE', statement_timestamp(), 0, ?,
                ?, ?, ?, statement_timestamp())
            returning id
            """.formatted(ASKED, MICROSECOND));

    /** For several: one text for any number of them. */
    private static final FixedStatement INSERT_ALL_DUE = new FixedStatement("""
            with asked as materialized (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as asked (payload, priority, group_key, parent_id, attempts, backoff, backoff_factor, backoff_longest,
                        backoff_jitter, time_limit, request_id, id, type, queue)),
            counted as (
                insert into job_count_deltas (queue, type, state, day, n)
                select queue, type, 'AVAILABLE', 'infinity', count(*) from asked group by queue, type)
            insert into jobs (%1$s, id, type, queue, enqueued_at)
            select payload::jsonb, priority, group_key, parent_id, attempts, backoff * %2$s, backoff_factor,
                backoff_longest * %2$s, backoff_jitter, time_limit * %2$s, 'AVAILABLE', statement_timestamp(), 0,
                request_id, id, type, queue, statement_timestamp()
            from asked
            returning id
            """.formatted(ASKED, MICROSECOND));

    private static final String REPLACE =
            "update jobs set (%s) = (%s) where id = {14} and {15} returning id".formatted(ASKED, VALUES);

    private final DSLContext dsl;
    private final JsonPayloads payloads;
    private final UniqueKeys keys;

    Enqueuing(DSLContext dsl, JsonPayloads payloads) {
        this.dsl = dsl;
        this.payloads = payloads;
        this.keys = new UniqueKeys(dsl);
    }

    List<JobId> enqueueAll(List<? extends JobRequest<?>> requests) {
        if (requests.size() > 1 && requests.stream().allMatch(Enqueuing::isDue)) {
            insertAllDue(requests);
            return requests.stream().<JobId>map(JobRequest::id).toList();
        }
        return requests.stream().map(this::enqueue).toList();
    }

    /** At once, whatever other jobs there are. */
    private static boolean isDue(JobRequest<?> request) {
        return request.options().uniqueness() == null && request.options().start() instanceof Start.Now;
    }

    private JobId enqueue(JobRequest<?> request) {
        if (isDue(request)) {
            return insertDue(request);
        }
        Uniqueness unique = request.options().uniqueness();
        return unique == null ? insert(request) : enqueue(request, unique);
    }

    private JobId enqueue(JobRequest<?> request, Uniqueness unique) {
        Optional<JobId> holder = keys.take(request.type().name(), unique, request.id());
        if (holder.isPresent() && (unique.conflict() == Conflict.KEEP || replace(holder.get(), request))) {
            return holder.get();
        }
        if (holder.isPresent()) {
            keys.give(request.type().name(), unique, request.id());
        }
        return insert(request);
    }

    private JobId insertDue(JobRequest<?> request) {
        JobOptions options = request.options();
        Backoff backoff = backoffOf(request);
        String type = request.type().name();
        String queue = request.type().queue().value();
        return INSERT_DUE
                .fetch(
                        dsl,
                        row -> request.id(),
                        queue,
                        type,
                        payloads.encode(request.payload()).data(),
                        (short) options.priority().value(),
                        options.group().value(),
                        parentOf(request),
                        options.retry().attempts(),
                        inMicros(backoff.first()),
                        backoff.factor(),
                        inMicros(backoff.longest()),
                        backoff.jitter(),
                        inMicros(options.timeLimit()),
                        request.requestId(),
                        request.id().value(),
                        type,
                        queue)
                .getFirst();
    }

    private void insertAllDue(List<? extends JobRequest<?>> requests) {
        INSERT_ALL_DUE.fetch(
                dsl,
                row -> true,
                JobSql.array(
                        requests, request -> payloads.encode(request.payload()).data(), String[]::new),
                JobSql.array(
                        requests,
                        request -> (short) request.options().priority().value(),
                        Short[]::new),
                JobSql.array(requests, request -> request.options().group().value(), String[]::new),
                JobSql.array(requests, Enqueuing::parentOf, UUID[]::new),
                JobSql.array(requests, request -> request.options().retry().attempts(), Integer[]::new),
                JobSql.array(requests, request -> inMicros(backoffOf(request).first()), Long[]::new),
                JobSql.array(requests, request -> backoffOf(request).factor(), Double[]::new),
                JobSql.array(requests, request -> inMicros(backoffOf(request).longest()), Long[]::new),
                JobSql.array(requests, request -> backoffOf(request).jitter(), Double[]::new),
                JobSql.array(requests, request -> inMicros(request.options().timeLimit()), Long[]::new),
                JobSql.array(requests, JobRequest::requestId, String[]::new),
                JobSql.array(requests, request -> request.id().value(), UUID[]::new),
                JobSql.array(requests, request -> request.type().name(), String[]::new),
                JobSql.array(requests, request -> request.type().queue().value(), String[]::new));
    }

    private static Backoff backoffOf(JobRequest<?> request) {
        return request.options().retry().backoff();
    }

    private static @Nullable UUID parentOf(JobRequest<?> request) {
        JobId parent = request.options().parent();
        return parent == null ? null : parent.value();
    }

    private JobId insert(JobRequest<?> request) {
        execute(
                INSERT,
                request,
                Starts.of(request.options().start()),
                val(request.id().value()),
                val(request.type().name()),
                val(request.type().queue().value()));
        return request.id();
    }

    /** @return whether the job had not begun */
    private boolean replace(JobId job, JobRequest<?> request) {
        Starts start = Starts.of(request.options().start()).keepingPlace();
        return execute(REPLACE, request, start, val(job.value()), JooqJobs.PENDING) == 1;
    }

    private int execute(String statement, JobRequest<?> request, Starts start, QueryPart... more) {
        JobOptions options = request.options();
        Backoff backoff = backoffOf(request);
        QueryPart[] asked = {
            val(payloads.encode(request.payload())),
            val((short) options.priority().value()),
            val(options.group().value()),
            val(parentOf(request), SQLDataType.UUID),
            val(options.retry().attempts()),
            micros(backoff.first()),
            val(backoff.factor()),
            micros(backoff.longest()),
            val(backoff.jitter()),
            micros(options.timeLimit()),
            start.state(),
            start.due(),
            val(start.waitsFor()),
            val(request.requestId(), SQLDataType.VARCHAR)
        };
        return dsl.resultQuery(
                        statement,
                        Stream.concat(Stream.of(asked), Stream.of(more)).toArray(QueryPart[]::new))
                .execute();
    }

    private static Field<Long> micros(Duration span) {
        return val(inMicros(span));
    }

    private static long inMicros(Duration span) {
        return TimeUnit.MICROSECONDS.convert(span);
    }
}
