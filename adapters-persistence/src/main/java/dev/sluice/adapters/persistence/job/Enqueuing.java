package dev.sluice.adapters.persistence.job;

import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.SQLDataType;

/**
 * How requests become jobs. The statements are written out: they run for each job alone, and to render them from parts
 * took longer than all else that enqueuing does. They return rows, as jOOQ renders every other statement that is written
 * out a second time, to see whether it is DDL.
 */
final class Enqueuing {

    /** What a request says about a job beside its identity and type. */
    private static final String ASKED = "payload, priority, group_key, parent_id, attempts, backoff, backoff_factor,"
            + " backoff_longest, backoff_jitter, time_limit, state, due_at, waits_for, request_id";

    private static final String SPAN = "{%d} * interval '1 microsecond'";
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

    JobId enqueue(JobRequest<?> request) {
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
        Backoff backoff = options.retry().backoff();
        JobId parent = options.parent();
        QueryPart[] asked = {
            val(payloads.encode(request.payload())),
            val((short) options.priority().value()),
            val(options.group().value()),
            val(parent == null ? null : parent.value(), SQLDataType.UUID),
            val(options.retry().attempts()),
            micros(backoff.first()),
            val(backoff.factor()),
            micros(backoff.longest()),
            val(backoff.jitter()),
            micros(options.timeLimit()),
            start.state(),
            start.due(),
            val(start.waitsFor()),
            val(Work.current().requestId(), SQLDataType.VARCHAR)
        };
        return dsl.resultQuery(
                        statement,
                        Stream.concat(Stream.of(asked), Stream.of(more)).toArray(QueryPart[]::new))
                .execute();
    }

    private static Field<Long> micros(Duration span) {
        return val(TimeUnit.MICROSECONDS.convert(span));
    }
}
