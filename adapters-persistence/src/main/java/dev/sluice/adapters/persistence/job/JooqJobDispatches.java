package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.literal;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.DISPATCHER_LEASE;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The dispatcher's lease and its statements about jobs. */
final class JooqJobDispatches implements JobDispatches {

    private final DSLContext dsl;

    JooqJobDispatches(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<DispatcherTerm> lead(WorkerId candidate, Duration lease) {
        Condition own = DISPATCHER_LEASE.HOLDER.eq(candidate.value());
        Condition runs = DISPATCHER_LEASE.LEASE_UNTIL.gt(NOW);
        return dsl.update(DISPATCHER_LEASE)
                .set(
                        DISPATCHER_LEASE.EPOCH,
                        case_().when(own.and(runs), DISPATCHER_LEASE.EPOCH).else_(DISPATCHER_LEASE.EPOCH.plus(1)))
                .set(DISPATCHER_LEASE.HOLDER, candidate.value())
                .set(DISPATCHER_LEASE.LEASE_UNTIL, nowPlus(lease))
                .where(own.or(runs.not()))
                .returning(DISPATCHER_LEASE.EPOCH)
                .fetchOptional(DISPATCHER_LEASE.EPOCH)
                .map(epoch -> new DispatcherTerm(candidate, epoch));
    }

    @Override
    public void resign(WorkerId holder) {
        dsl.update(DISPATCHER_LEASE)
                .set(DISPATCHER_LEASE.LEASE_UNTIL, NOW)
                .where(DISPATCHER_LEASE.HOLDER.eq(holder.value()), DISPATCHER_LEASE.LEASE_UNTIL.gt(NOW))
                .execute();
    }

    @Override
    public List<Dispatch> dispatchDue(DispatcherTerm term, QueueName queue, int window) {
        var due = select(JOBS.ID)
                .from(JOBS)
                .where(
                        JOBS.QUEUE.eq(queue.value()),
                        JOBS.STATE.in(literal(JobState.AVAILABLE), literal(JobState.RETRYING)),
                        JOBS.DUE_AT.le(NOW),
                        runs(term))
                .orderBy(JOBS.DUE_AT, JOBS.ID)
                .limit(room(queue, window))
                .forUpdate()
                .skipLocked();
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.DISPATCHED.name())
                .set(JOBS.DISPATCH, JOBS.DISPATCH.plus(1))
                .set(JOBS.DISPATCHED_AT, NOW)
                .where(JOBS.ID.in(due))
                .returning(JOBS.ID, JOBS.DISPATCH)
                .fetch(job -> new Dispatch(new JobId(job.getId()), job.getDispatch()));
    }

    private static Field<Integer> room(QueueName queue, int window) {
        Field<Integer> unclaimed = selectCount()
                .from(JOBS)
                .where(JOBS.QUEUE.eq(queue.value()), JOBS.STATE.eq(literal(JobState.DISPATCHED)))
                .asField();
        return greatest(inline(0), val(window).minus(unclaimed));
    }

    private static Condition runs(DispatcherTerm term) {
        return exists(selectOne()
                .from(DISPATCHER_LEASE)
                .where(
                        DISPATCHER_LEASE.HOLDER.eq(term.holder().value()),
                        DISPATCHER_LEASE.EPOCH.eq(term.epoch()),
                        DISPATCHER_LEASE.LEASE_UNTIL.gt(NOW)));
    }

    @Override
    public List<Dispatch> redispatch(DispatcherTerm term, QueueName queue, Duration unclaimedFor) {
        return dsl.update(JOBS)
                .set(JOBS.DISPATCHED_AT, NOW)
                .where(
                        JOBS.QUEUE.eq(queue.value()),
                        JOBS.STATE.eq(literal(JobState.DISPATCHED)),
                        JOBS.DISPATCHED_AT.le(nowPlus(unclaimedFor.negated())),
                        runs(term))
                .returning(JOBS.ID, JOBS.DISPATCH)
                .fetch(job -> new Dispatch(new JobId(job.getId()), job.getDispatch()));
    }

    @Override
    public void recall(DispatcherTerm term, Collection<Dispatch> dispatches) {
        var recalled = dispatches.stream()
                .map(dispatch -> row(dispatch.job().value(), dispatch.number()))
                .toList();
        dsl.update(JOBS)
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .where(
                        row(JOBS.ID, JOBS.DISPATCH).in(recalled),
                        JOBS.STATE.eq(literal(JobState.DISPATCHED)),
                        runs(term))
                .execute();
    }
}
