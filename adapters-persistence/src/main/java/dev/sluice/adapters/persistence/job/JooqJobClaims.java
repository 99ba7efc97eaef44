package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.is;
import static dev.sluice.adapters.persistence.job.JobSql.literal;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.WORKERS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.sluice.adapters.persistence.schema.tables.records.JobsRecord;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Claims on jobs, and the leases of the workers that hold them. */
final class JooqJobClaims implements JobClaims {

    private final DSLContext dsl;
    private final JsonPayloads payloads;
    private final JobHistory history;

    JooqJobClaims(DSLContext dsl, JsonPayloads payloads) {
        this.dsl = dsl;
        this.payloads = payloads;
        this.history = new JobHistory(dsl);
    }

    @Override
    public void register(WorkerId worker, Duration lease) {
        dsl.insertInto(WORKERS)
                .set(WORKERS.ID, worker.value())
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
    public Optional<ClaimedJob> claim(Dispatch dispatch, WorkerId worker) {
        Condition isNew = JOBS.STATE.eq(literal(JobState.DISPATCHED));
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.RUNNING.name())
                .set(JOBS.ATTEMPT, JOBS.ATTEMPT.plus(case_().when(isNew, 1).else_(0)))
                .set(JOBS.WORKER_ID, worker.value())
                .set(JOBS.STARTED_AT, case_().when(isNew, NOW).else_(JOBS.STARTED_AT))
                .where(
                        is(JobState.DISPATCHED, dispatch)
                                .or(is(JobState.RUNNING, dispatch).and(JOBS.WORKER_ID.eq(worker.value()))),
                        exists(selectOne()
                                .from(WORKERS)
                                .where(WORKERS.ID.eq(worker.value()), WORKERS.LEASE_UNTIL.gt(NOW))))
                .returning()
                .fetchOptional()
                .map(this::claimed);
    }

    private ClaimedJob claimed(JobsRecord job) {
        return new ClaimedJob(
                new Dispatch(new JobId(job.getId()), job.getDispatch()),
                job.getType(),
                job.getAttempt(),
                new RetryPolicy(job.getAttempts(), job.getBackoff()),
                payloads.decodable(job.getPayload()));
    }

    @Override
    public boolean lock(ClaimedJob job) {
        return dsl.selectOne()
                .from(JOBS)
                .where(is(JobState.RUNNING, job.dispatch()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    @Override
    public boolean succeed(ClaimedJob job) {
        return history.finish(is(JobState.RUNNING, job.dispatch()), JobState.SUCCEEDED, null)
                .isPresent();
    }

    @Override
    public boolean retry(ClaimedJob job, Duration backoff, String error) {
        return dsl.update(JOBS)
                        .set(JOBS.STATE, JobState.RETRYING.name())
                        .set(JOBS.DUE_AT, nowPlus(backoff))
                        .set(JOBS.ERROR, error)
                        .setNull(JOBS.WORKER_ID)
                        .where(is(JobState.RUNNING, job.dispatch()))
                        .execute()
                == 1;
    }

    @Override
    public boolean bury(ClaimedJob job, String error) {
        return history.finish(is(JobState.RUNNING, job.dispatch()), JobState.DEAD, error)
                .isPresent();
    }

    @Override
    public List<ClaimedJob> orphans(int limit) {
        return dsl.selectFrom(JOBS)
                .where(
                        JOBS.STATE.eq(literal(JobState.RUNNING)),
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
                                .where(JOBS.STATE.eq(literal(JobState.RUNNING)), JOBS.WORKER_ID.eq(WORKERS.ID))))
                .execute();
    }
}
