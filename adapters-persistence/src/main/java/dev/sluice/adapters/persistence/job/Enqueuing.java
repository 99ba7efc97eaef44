package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;

/** How requests become jobs. */
final class Enqueuing {

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
        dsl.insertInto(JOBS)
                .set(JOBS.ID, request.id().value())
                .set(JOBS.TYPE, request.type().name())
                .set(JOBS.QUEUE, request.type().queue().value())
                .set(JOBS.ENQUEUED_AT, NOW)
                .set(asked(request))
                .execute();
        return request.id();
    }

    /** @return whether the job had not begun */
    private boolean replace(JobId job, JobRequest<?> request) {
        return dsl.update(JOBS)
                        .set(asked(request))
                        .where(JOBS.ID.eq(job.value()), JooqJobs.PENDING)
                        .execute()
                == 1;
    }

    /** What a request says about a job beside its identity and type. */
    private Map<Field<?>, Object> asked(JobRequest<?> request) {
        JobOptions options = request.options();
        Map<Field<?>, Object> columns = new HashMap<>(Starts.of(options.start()));
        columns.put(JOBS.PAYLOAD, payloads.encode(request.payload()));
        columns.put(JOBS.PRIORITY, (short) options.priority().value());
        columns.put(JOBS.GROUP_KEY, options.group().value());
        columns.put(JOBS.TIME_LIMIT, options.timeLimit());
        columns.put(JOBS.ATTEMPTS, options.retry().attempts());
        columns.putAll(backoff(options.retry().backoff()));
        JobId parent = options.parent();
        if (parent != null) {
            columns.put(JOBS.PARENT_ID, parent.value());
        }
        return columns;
    }

    private static Map<Field<?>, Object> backoff(Backoff backoff) {
        return Map.of(
                JOBS.BACKOFF, backoff.first(),
                JOBS.BACKOFF_FACTOR, backoff.factor(),
                JOBS.BACKOFF_LONGEST, backoff.longest(),
                JOBS.BACKOFF_JITTER, backoff.jitter());
    }
}
