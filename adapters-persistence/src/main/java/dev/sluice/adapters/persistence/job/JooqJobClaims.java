package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.IN_FLIGHT;
import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.asked;
import static dev.sluice.adapters.persistence.job.JobSql.in;
import static dev.sluice.adapters.persistence.job.JobSql.isAsked;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.WORKERS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** Claims on jobs, and the leases of the workers that hold them. */
final class JooqJobClaims implements JobClaims {

    private static final Field<Long> BACKOFF = millis(JOBS.BACKOFF);
    private static final Field<Long> LONGEST_BACKOFF = millis(JOBS.BACKOFF_LONGEST);
    private static final Field<Long> TIME_LIMIT = millis(JOBS.TIME_LIMIT);

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
            BACKOFF,
            LONGEST_BACKOFF,
            JOBS.BACKOFF_FACTOR,
            JOBS.BACKOFF_JITTER,
            TIME_LIMIT,
            JOBS.PAYLOAD);

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
                .set(WORKERS.QUEUES, JobSql.array(offer.queues(), QueueName::value, String[]::new))
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
        Condition isNew = in(JobState.DISPATCHED);
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.RUNNING.name())
                .set(JOBS.ATTEMPT, JOBS.ATTEMPT.plus(case_().when(isNew, 1).else_(0)))
                .set(JOBS.WORKER_ID, worker.value())
                .set(JOBS.STARTED_AT, case_().when(isNew, NOW).else_(JOBS.STARTED_AT))
                .from(asked(dispatches))
                .where(
                        isAsked(),
                        isNew.or(heldBy(worker)),
                        exists(selectOne()
                                .from(WORKERS)
                                .where(WORKERS.ID.eq(worker.value()), WORKERS.LEASE_UNTIL.gt(NOW))))
                .returningResult(CLAIMED)
                .fetch(this::claimed);
    }

    private static Field<Long> millis(Field<Duration> interval) {
        return field("(extract(epoch from {0}) * 1000)::bigint", SQLDataType.BIGINT, interval)
                .as(interval.getName() + "_millis");
    }

    private static Condition heldBy(WorkerId worker) {
        return in(JobState.RUNNING).and(JOBS.WORKER_ID.eq(worker.value()));
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
                payloads.decodable(job.get(JOBS.PAYLOAD)));
    }

    private static RetryPolicy retry(Record job) {
        Duration first = Duration.ofMillis(job.get(BACKOFF));
        Duration longest = Duration.ofMillis(Math.max(job.get(BACKOFF), job.get(LONGEST_BACKOFF)));
        return new RetryPolicy(
                job.get(JOBS.ATTEMPTS),
                new Backoff(first, job.get(JOBS.BACKOFF_FACTOR), longest, job.get(JOBS.BACKOFF_JITTER)));
    }

    @Override
    public void handBack(Collection<Dispatch> dispatches) {
        dsl.update(JOBS)
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .from(asked(dispatches))
                .where(isAsked(), in(JobState.DISPATCHED))
                .execute();
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
    public boolean lock(ClaimedJob job) {
        return dsl.selectOne()
                .from(JOBS)
                .where(isHeld(job))
                .forUpdate()
                .fetchOptional()
                .isPresent();
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
        return dsl.select(CLAIMED)
                .from(JOBS)
                .where(
                        IN_FLIGHT,
                        in(JobState.RUNNING),
                        notExists(selectOne()
                                .from(WORKERS)
                                .where(WORKERS.ID.eq(JOBS.WORKER_ID), WORKERS.LEASE_UNTIL.gt(NOW))))
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(this::claimed);
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
