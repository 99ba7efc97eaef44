package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.IN_FLIGHT;
import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.array;
import static dev.sluice.adapters.persistence.job.JobSql.asked;
import static dev.sluice.adapters.persistence.job.JobSql.in;
import static dev.sluice.adapters.persistence.job.JobSql.isAsked;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.WORKERS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.privacy.PersonalData;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** Claims on jobs, and the leases of the workers that hold them. */
final class JooqJobClaims implements JobClaims {

    private static final Field<Long> BACKOFF = field("backoff_millis", Long.class);
    private static final Field<Long> LONGEST_BACKOFF = field("longest_backoff_millis", Long.class);
    private static final Field<Long> TIME_LIMIT = field("time_limit_millis", Long.class);

    /** What a claimed job consists of: not its log lines and failures, and nothing that is costly to read. */
    private static final List<Field<?>> CLAIMED = List.of(
            JOBS.ID,
            JOBS.DISPATCH,
            JOBS.TYPE,
            JOBS.QUEUE,
            JOBS.DUE_AT,
            JOBS.STARTED_AT,
            JOBS.ATTEMPT,
            JOBS.CRASHES,
            JOBS.ATTEMPTS,
            JOBS.BACKOFF_FACTOR,
            JOBS.BACKOFF_JITTER,
            JOBS.PAYLOAD,
            JOBS.REQUEST_ID,
            BACKOFF,
            LONGEST_BACKOFF,
            TIME_LIMIT);

    private static final String COLUMNS = """
            jobs.id, jobs.dispatch, type, queue, due_at, started_at, attempt, crashes, attempts, backoff_factor,
            backoff_jitter, payload, request_id, (extract(epoch from backoff) * 1000)::bigint,
            (extract(epoch from backoff_longest) * 1000)::bigint, (extract(epoch from time_limit) * 1000)::bigint
            """;

    /**
     * Written out, as it runs for every few jobs: to render it from parts took longer than to run it. A job that this
     * worker runs already is given to it again, in case the answer was lost.
     */
    private static final String CLAIM = """
            update jobs
            set state = 'RUNNING', worker_id = {2},
                attempt = attempt + case when state = 'DISPATCHED' then 1 else 0 end,
                started_at = case when state = 'DISPATCHED' then statement_timestamp() else started_at end
            from unnest({0}, {1}) as asked (id, dispatch)
            where jobs.id = asked.id and jobs.dispatch = asked.dispatch
                and (state = 'DISPATCHED' or (state = 'RUNNING' and worker_id = {2}))
                and exists (select from workers where workers.id = {2} and lease_until > statement_timestamp())
            returning %s
            """.formatted(COLUMNS);

    /** Written out too: each transaction of each handler begins with it. */
    private static final String LOCK =
            "select 1 from jobs where id = {0} and dispatch = {1} and state = 'RUNNING' for update";

    private static final String LOCK_FREE = """
            select jobs.id, jobs.dispatch
            from jobs join unnest({0}, {1}) as asked (id, dispatch) on jobs.id = asked.id and jobs.dispatch = asked.dispatch
            where state = 'RUNNING'
            for update of jobs skip locked
            """;

    private static final String ORPHANS = """
            select %s from jobs
            where stage = 'IN_FLIGHT' and state = 'RUNNING'
                and not exists (
                    select from workers where workers.id = jobs.worker_id and lease_until > statement_timestamp())
            limit {0}
            for update of jobs skip locked
            """.formatted(COLUMNS);

    private final DSLContext dsl;
    private final JsonPayloads payloads;
    private final Settlements settlements;

    JooqJobClaims(DSLContext dsl, JsonPayloads payloads) {
        this.dsl = dsl;
        this.payloads = payloads;
        this.settlements = new Settlements(dsl, payloads);
    }

    @Override
    public void register(WorkerId worker, WorkerOffer offer, Duration lease) {
        dsl.insertInto(WORKERS)
                .set(WORKERS.ID, worker.value())
                .set(WORKERS.QUEUES, array(offer.queues(), QueueName::value, String[]::new))
                .set(WORKERS.SLOTS, offer.slots())
                .set(WORKERS.LEASE_UNTIL, nowPlus(lease))
                .execute();
    }

    @Override
    public boolean renew(WorkerId worker, Duration lease) {
        return dsl.update(WORKERS)
                        .set(WORKERS.LEASE_UNTIL, nowPlus(lease))
                        .where(WORKERS.ID.eq(worker.value()), WORKERS.LEASE_UNTIL.gt(NOW))
                        .execute()
                == 1;
    }

    @Override
    public void leave(WorkerId worker) {
        dsl.deleteFrom(WORKERS).where(WORKERS.ID.eq(worker.value())).execute();
    }

    @Override
    public List<ClaimedJob> claim(Collection<Dispatch> dispatches, WorkerId worker) {
        List<Dispatch> ordered = JobSql.ordered(dispatches);
        return dsl.resultQuery(
                        CLAIM,
                        val(array(ordered, dispatch -> dispatch.job().value(), UUID[]::new)),
                        val(array(ordered, Dispatch::number, Integer[]::new)),
                        val(worker.value()))
                .coerce(CLAIMED)
                .fetch(this::claimed);
    }

    private ClaimedJob claimed(Record job) {
        return new ClaimedJob(
                new Dispatch(new JobId(job.get(JOBS.ID)), job.get(JOBS.DISPATCH)),
                job.get(JOBS.TYPE),
                new QueueName(job.get(JOBS.QUEUE)),
                Duration.between(job.get(JOBS.DUE_AT), job.get(JOBS.STARTED_AT)),
                job.get(JOBS.ATTEMPT),
                job.get(JOBS.CRASHES),
                retry(job),
                Duration.ofMillis(job.get(TIME_LIMIT)),
                payloads.decodable(job.get(JOBS.PAYLOAD)),
                job.get(JOBS.REQUEST_ID));
    }

    private static RetryPolicy retry(Record job) {
        Duration first = Duration.ofMillis(job.get(BACKOFF));
        Duration longest = Duration.ofMillis(Math.max(job.get(BACKOFF), job.get(LONGEST_BACKOFF)));
        return new RetryPolicy(
                job.get(JOBS.ATTEMPTS),
                new Backoff(first, job.get(JOBS.BACKOFF_FACTOR), longest, job.get(JOBS.BACKOFF_JITTER)));
    }

    @Override
    public List<Recalled> handBack(Collection<Dispatch> dispatches) {
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .from(asked(dispatches))
                .where(isAsked(), in(JobState.DISPATCHED))
                .returningResult(JOBS.QUEUE, JOBS.TYPE, JOBS.GROUP_KEY)
                .fetch(JobSql::recalled);
    }

    @Override
    public boolean handBack(ClaimedJob job) {
        return dsl.update(JOBS)
                        .set(JOBS.STATE, JobState.AVAILABLE.name())
                        .set(JOBS.ATTEMPT, JOBS.ATTEMPT.minus(1))
                        .where(isHeld(job))
                        .execute()
                == 1;
    }

    @Override
    public Set<Dispatch> lost(Collection<Dispatch> claims) {
        Set<Dispatch> lost = new HashSet<>(claims);
        dsl.select(JOBS.ID, JOBS.DISPATCH)
                .from(JOBS, asked(claims))
                .where(isAsked(), in(JobState.RUNNING))
                .fetch(JobSql::dispatch)
                .forEach(lost::remove);
        return lost;
    }

    @Override
    public boolean lock(Dispatch claim) {
        return dsl.resultQuery(LOCK, val(claim.job().value()), val(claim.number()))
                .fetchOptional()
                .isPresent();
    }

    @Override
    public Set<Dispatch> lockFree(Collection<Dispatch> claims) {
        return dsl.resultQuery(
                        LOCK_FREE,
                        val(array(claims, claim -> claim.job().value(), UUID[]::new)),
                        val(array(claims, Dispatch::number, Integer[]::new)))
                .coerce(JOBS.ID, JOBS.DISPATCH)
                .fetchSet(JobSql::dispatch);
    }

    private static Condition isHeld(ClaimedJob job) {
        return JOBS.ID
                .eq(job.dispatch().job().value())
                .and(JOBS.DISPATCH.eq(job.dispatch().number()))
                .and(in(JobState.RUNNING));
    }

    @Override
    public boolean progress(ClaimedJob job, JobProgress progress) {
        JobProgress masked = new JobProgress(progress.percent(), PersonalData.masked(progress.note()));
        return dsl.update(JOBS)
                        .set(JOBS.PROGRESS, payloads.encode(masked))
                        .where(isHeld(job))
                        .execute()
                == 1;
    }

    @Override
    public boolean log(ClaimedJob job, String line) {
        return dsl.update(JOBS)
                        .set(JOBS.LOG, logWith(PersonalData.masked(line)))
                        .where(isHeld(job))
                        .execute()
                == 1;
    }

    /** The job's lines with one more behind them, and without the first once there are a hundred. */
    private static Field<JSONB> logWith(String line) {
        return field(
                "(case when jsonb_array_length({0}) >= 100 then {0} - 0 else {0} end)"
                        + " || jsonb_build_object('at', {1}, 'attempt', {2}, 'text', {3}::text)",
                SQLDataType.JSONB, JOBS.LOG, NOW, JOBS.ATTEMPT, val(line));
    }

    @Override
    public Set<Dispatch> settle(Collection<? extends Settlement> ended) {
        return settlements.write(ended);
    }

    @Override
    public List<ClaimedJob> orphans(int limit) {
        return dsl.resultQuery(ORPHANS, val(limit)).coerce(CLAIMED).fetch(this::claimed);
    }

    @Override
    public void forgetLapsedWorkers() {
        dsl.deleteFrom(WORKERS)
                .where(
                        WORKERS.LEASE_UNTIL.le(NOW),
                        notExists(selectOne()
                                .from(JOBS)
                                .where(IN_FLIGHT, in(JobState.RUNNING), JOBS.WORKER_ID.eq(WORKERS.ID))))
                .execute();
    }
}
