package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.IN_FLIGHT;
import static dev.sluice.adapters.persistence.job.JobSql.LATER;
import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.array;
import static dev.sluice.adapters.persistence.job.JobSql.asked;
import static dev.sluice.adapters.persistence.job.JobSql.in;
import static dev.sluice.adapters.persistence.job.JobSql.isAsked;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.DISPATCHER_LEASE;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.Pauses;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.Surveys;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;

/** The dispatcher's lease and its statements about jobs. */
final class JooqJobDispatches implements JobDispatches {

    /**
     * The lease is locked first, so that a successor waits until this has committed and then sees it. The ids go through
     * an array: of a join the planner expects a tenth of each lane, and reads the whole table for it. The shares go
     * through subqueries, which hide from the planner how many they are: it would plan each time anew for that, a sixth
     * of what the statement takes. Each lane is read from the first job that was seen waiting in it: in front of that
     * the index has all that were dispatched since the last vacuum.
     */
    private static final FixedStatement DISPATCH = new FixedStatement("""
            with term as materialized (
                select 1 from dispatcher_lease
                where holder = ? and epoch = ? and lease_until > statement_timestamp()
                for share),
            chosen as materialized (
                select job.id
                from term, unnest((select ?), (select ?), (select ?), (select ?), (select ?))
                    as share (type, group_key, priority, due_at, jobs)
                cross join lateral (
                    select id from jobs
                    where queue = ? and type = share.type and group_key = share.group_key and stage = 'READY'
                        and (priority, due_at) >= (share.priority, share.due_at)
                    order by priority, due_at, id
                    limit share.jobs
                    for update skip locked) job)
            update jobs
            set state = 'DISPATCHED', dispatch = dispatch + 1, dispatched_at = statement_timestamp()
            where jobs.id = any (array(select id from chosen))
            returning jobs.id, jobs.dispatch
            """);

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
    public int ripen(DispatcherTerm term, int limit) {
        var ripe = select(JOBS.ID)
                .from(JOBS)
                .where(LATER, JOBS.DUE_AT.le(NOW), runs(term))
                .orderBy(JOBS.DUE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .where(JOBS.ID.in(ripe))
                .execute();
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
    public Surveys surveys() {
        return new JooqSurveys(dsl);
    }

    @Override
    public List<Dispatch> dispatch(DispatcherTerm term, QueueName queue, List<LaneShare> shares) {
        return DISPATCH.fetch(
                dsl,
                JobSql::dispatch,
                term.holder().value(),
                term.epoch(),
                array(shares, share -> share.lane().type(), String[]::new),
                array(shares, share -> share.lane().group().value(), String[]::new),
                array(shares, share -> (short) share.waiting().first().value(), Short[]::new),
                array(shares, share -> share.waiting().dueAt(), Instant[]::new),
                array(shares, LaneShare::jobs, Integer[]::new),
                queue.value());
    }

    @Override
    public List<Dispatch> redispatch(DispatcherTerm term, QueueName queue, Duration unclaimedFor, boolean emptied) {
        return dsl.update(JOBS)
                .set(JOBS.DISPATCHED_AT, NOW)
                .where(
                        JOBS.QUEUE.eq(queue.value()),
                        IN_FLIGHT,
                        in(JobState.DISPATCHED),
                        JOBS.DISPATCHED_AT.le(nowPlus(unclaimedFor.negated())),
                        emptied ? noCondition() : isOvertaken(queue, unclaimedFor),
                        runs(term))
                .returningResult(JOBS.ID, JOBS.DISPATCH)
                .fetch(JobSql::dispatch);
    }

    /** The broker keeps the order, more or less: what was sent this much later must not arrive earlier. */
    private static Condition isOvertaken(QueueName queue, Duration by) {
        var later = JOBS.as("later");
        return exists(selectOne()
                .from(later)
                .where(
                        later.QUEUE.eq(queue.value()),
                        later.STAGE.eq(inline("IN_FLIGHT")),
                        later.STATE.eq(JobSql.literal(JobState.RUNNING)),
                        later.DISPATCHED_AT.ge(JOBS.DISPATCHED_AT.plus(DayToSecond.valueOf(by)))));
    }

    @Override
    public List<Recalled> recall(DispatcherTerm term, Collection<Dispatch> dispatches) {
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .from(asked(dispatches))
                .where(isAsked(), in(JobState.DISPATCHED), runs(term))
                .returningResult(JOBS.QUEUE, JOBS.TYPE, JOBS.GROUP_KEY)
                .fetch(JobSql::recalled);
    }

    @Override
    public List<Recalled> recall(DispatcherTerm term, Pauses pauses) {
        List<String> queues = pauses.queues().stream().map(QueueName::value).toList();
        return dsl.update(JOBS)
                .set(JOBS.STATE, JobState.AVAILABLE.name())
                .where(
                        IN_FLIGHT,
                        in(JobState.DISPATCHED),
                        JOBS.QUEUE.in(queues).or(JOBS.TYPE.in(pauses.types())),
                        runs(term))
                .returningResult(JOBS.QUEUE, JOBS.TYPE, JOBS.GROUP_KEY)
                .fetch(JobSql::recalled);
    }
}
