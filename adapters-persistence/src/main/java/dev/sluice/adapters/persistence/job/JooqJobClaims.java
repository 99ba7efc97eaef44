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

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.privacy.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/** Claims on jobs, and the leases of the workers that hold them. */
final class JooqJobClaims implements JobClaims {

    /** What a claimed job consists of: not its log lines and failures, and nothing that is costly to read. */
    private static final String CLAIMED = """
            jobs.id, jobs.dispatch, type, queue, attempt, crashes, attempts, backoff_factor, backoff_jitter, payload,
            request_id, (date_part('epoch', started_at - due_at) * 1000000)::bigint as waited,
            (date_part('epoch', backoff) * 1000)::bigint as backoff,
            (date_part('epoch', backoff_longest) * 1000)::bigint as backoff_longest,
            (date_part('epoch', time_limit) * 1000)::bigint as time_limit
            """;

    /** A job that this worker runs already is given to it again, in case the answer was lost. */
    private static final FixedStatement CLAIM = new FixedStatement("""
            with self as (select ?::uuid as id)
            update jobs
            set state = 'RUNNING', worker_id = self.id,
                attempt = attempt + case when state = 'DISPATCHED' then 1 else 0 end,
                started_at = case when state = 'DISPATCHED' then statement_timestamp() else started_at end
            from self, unnest(?, ?) as asked (id, dispatch)
            where jobs.id = asked.id and jobs.dispatch = asked.dispatch
                and (state = 'DISPATCHED' or (state = 'RUNNING' and worker_id = self.id))
                and exists (select from workers where workers.id = self.id and lease_until > statement_timestamp())
            returning %s
            """.formatted(CLAIMED));

    /** Each transaction of each handler begins with it. */
    private static final FixedStatement LOCK =
            new FixedStatement("select 1 from jobs where id = ? and dispatch = ? and state = 'RUNNING' for update");

    private static final FixedStatement LOCK_FREE = new FixedStatement("""
            select jobs.id, jobs.dispatch
            from jobs join unnest(?, ?) as asked (id, dispatch) on jobs.id = asked.id and jobs.dispatch = asked.dispatch
            where state = 'RUNNING'
            for update of jobs skip locked
            """);

    private static final FixedStatement ORPHANS = new FixedStatement("""
            select %s from jobs
            where stage = 'IN_FLIGHT' and state = 'RUNNING'
                and not exists (
                    select from workers where workers.id = jobs.worker_id and lease_until > statement_timestamp())
            limit ?
            for update of jobs skip locked
            """.formatted(CLAIMED));

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
        return CLAIM.fetch(dsl, this::claimed, worker.value(), JobSql.ids(ordered), JobSql.numbers(ordered));
    }

    private ClaimedJob claimed(ResultSet job) throws SQLException {
        return new ClaimedJob(
                JobSql.dispatch(job),
                job.getString("type"),
                new QueueName(job.getString("queue")),
                Duration.of(job.getLong("waited"), ChronoUnit.MICROS),
                job.getInt("attempt"),
                job.getInt("crashes"),
                retry(job),
                Duration.ofMillis(job.getLong("time_limit")),
                payloads.decodable(JSONB.valueOf(job.getString("payload"))),
                job.getString("request_id"));
    }

    private static RetryPolicy retry(ResultSet job) throws SQLException {
        long first = job.getLong("backoff");
        long longest = Math.max(first, job.getLong("backoff_longest"));
        return new RetryPolicy(
                job.getInt("attempts"),
                new Backoff(
                        Duration.ofMillis(first),
                        job.getDouble("backoff_factor"),
                        Duration.ofMillis(longest),
                        job.getDouble("backoff_jitter")));
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
        return !LOCK.fetch(dsl, row -> true, claim.job().value(), claim.number())
                .isEmpty();
    }

    @Override
    public Set<Dispatch> lockFree(Collection<Dispatch> claims) {
        return Set.copyOf(LOCK_FREE.fetch(dsl, JobSql::dispatch, JobSql.ids(claims), JobSql.numbers(claims)));
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
        return ORPHANS.fetch(dsl, this::claimed, limit);
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
