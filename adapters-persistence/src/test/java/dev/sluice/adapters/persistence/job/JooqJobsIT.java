package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.DISPATCHER_LEASE;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_COUNTS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_COUNT_DELTAS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_HISTORY;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_UNIQUE_KEYS;
import static dev.sluice.adapters.persistence.schema.Tables.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobCount;
import dev.sluice.domain.job.JobCounts;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRecordContract;
import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueProgress;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.TableField;
import org.jooq.types.DayToSecond;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class JooqJobsIT implements JobRecordContract {

    private final PersistenceFixture fixture;

    JooqJobsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Jobs jobs() {
        return fixture.get(Jobs.class);
    }

    @Override
    public JobClaims claims() {
        return fixture.get(JobClaims.class);
    }

    @Override
    public JobDispatches dispatches() {
        return fixture.get(JobDispatches.class);
    }

    @Override
    public JobPauses pauses() {
        return fixture.get(JobPauses.class);
    }

    @Override
    public JobUpkeep upkeep() {
        return fixture.get(JobUpkeep.class);
    }

    @Override
    public QueueProgress progress() {
        return fixture.get(QueueProgress.class);
    }

    @Override
    public JobCounts counts() {
        return fixture.get(JobCounts.class);
    }

    @Test
    void aDayGoesWithItsPartition() {
        transactions().run(() -> upkeep().openDays(1));
        List<String> before = partitions();
        fixture.dsl()
                .execute("create table job_history_20200102 partition of job_history"
                        + " for values from ('2020-01-02 00:00:00+00') to ('2020-01-03 00:00:00+00')");

        transactions().run(() -> upkeep().dropDays(Duration.ofDays(30)));

        assertThat(partitions()).containsExactlyElementsOf(before);
        assertThat(before).contains("job_history_default").hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void enqueuingAppendsOneDifferenceAndAnUpdateThatKeepsTheStateNone() {
        enqueue(TYPE);
        assertThat(fixture.dsl().fetchCount(JOB_COUNT_DELTAS)).isEqualTo(1);
        ClaimedJob job = claim(dispatchOne(), worker()).orElseThrow();
        fold();

        claims().progress(job, new JobProgress(50, "half"));
        claims().log(job, "half of it");

        assertThat(fixture.dsl().fetchCount(JOB_COUNT_DELTAS)).isZero();
        assertThat(fixture.dsl().selectFrom(JOB_COUNTS).fetch(JOB_COUNTS.STATE)).containsExactly("RUNNING");
    }

    @Test
    void whatHasNotCommittedIsCountedOnceItHas() {
        transactions().run(() -> {
            jobs().enqueue(request(TYPE, options -> options));
            Concurrently.elsewhere(() -> {
                enqueue(TYPE);
                fold();
                return assertThat(counts().totals()).singleElement().returns(1L, JobCount::jobs);
            });
        });

        assertThat(counts().totals()).singleElement().returns(2L, JobCount::jobs);
        fold();
        assertThat(counts().totals()).singleElement().returns(2L, JobCount::jobs);
    }

    @Test
    void whatIsRolledBackIsNotCounted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions().run(() -> {
                    jobs().enqueue(request(TYPE, options -> options));
                    throw new IllegalStateException("deliberate");
                }));

        assertThat(counts().totals()).isEmpty();
    }

    @Test
    void whileOneFoldsTheOthersDoNothing() {
        enqueue(TYPE);
        transactions().run(() -> {
            assertThat(upkeep().foldCounts(9)).isEqualTo(1);
            enqueue(TYPE);
            assertThat(Concurrently.elsewhere(() -> transactions().call(() -> upkeep().foldCounts(9))))
                    .isZero();
        });

        assertThat(transactions().call(() -> upkeep().foldCounts(9))).isEqualTo(1);
    }

    @Test
    void aJobThatAnotherTransactionHoldsIsLeftOut() {
        ClaimedJob held = claimNew(worker());
        JobId free = enqueue(TYPE);
        JobAct act = new JobAct.Cancel();

        transactions().run(() -> {
            assertThat(claims().lock(held.dispatch())).isTrue();
            assertThat(Concurrently.elsewhere(
                            () -> transactions().call(() -> jobs().pick(JobFilter.ALL, act, null, 9))))
                    .containsExactly(free);
        });
    }

    @Test
    void aClaimWhoseJobAnotherTransactionHoldsIsNotWaitedForByOthers() {
        WorkerId worker = worker();
        ClaimedJob held = claimNew(worker);
        ClaimedJob free = claimNew(worker);
        List<Dispatch> both = List.of(held.dispatch(), free.dispatch());

        transactions().run(() -> {
            assertThat(claims().lock(held.dispatch())).isTrue();
            assertThat(Concurrently.elsewhere(() -> transactions().call(() -> claims().lockFree(both))))
                    .containsExactly(free.dispatch());
        });
    }

    private void fold() {
        transactions().run(() -> upkeep().foldCounts(1_000));
    }

    @Test
    void aJobThatCommitsAfterALaterOneHasBeenDispatchedIsNotPassedOver() {
        DispatcherTerm term = lead();
        JobId[] late = new JobId[1];

        transactions().run(() -> {
            late[0] = jobs().enqueue(request(TYPE, options -> options));
            assertThat(CompletableFuture.supplyAsync(() -> {
                                enqueue(TYPE);
                                return dispatchAll(term);
                            })
                            .join())
                    .extracting(Dispatch::job)
                    .hasSize(1)
                    .doesNotContain(late[0]);
        });

        assertThat(dispatchAll(term)).extracting(Dispatch::job).containsExactly(late[0]);
    }

    @Test
    void aClaimTouchesNoIndex() {
        enqueue(TYPE);
        Dispatch dispatch = dispatchOne();
        WorkerId worker = worker();

        transactions().run(() -> {
            int before = hotUpdates();
            assertThat(claim(dispatch, worker)).isPresent();
            assertThat(hotUpdates() - before).isEqualTo(1);
        });
    }

    /** How many updates of jobs, of those not yet in the statistics, left all indexes as they were. */
    private int hotUpdates() {
        return fixture.dsl()
                .resultQuery("select pg_stat_get_xact_tuples_hot_updated('jobs'::regclass)")
                .fetchOptional(0, Integer.class)
                .orElseThrow();
    }

    private List<String> partitions() {
        return fixture.dsl()
                .resultQuery("select relname from pg_inherits join pg_class on oid = inhrelid"
                        + " where inhparent = 'job_history'::regclass order by relname")
                .fetch(0, String.class);
    }

    @Override
    public Transactions transactions() {
        return fixture.get(Transactions.class);
    }

    /** The database's clock cannot be set, so every time on record is set back instead. */
    @Override
    public void pass(Duration time) {
        List.of(
                        JOBS.DUE_AT,
                        JOBS.DISPATCHED_AT,
                        WORKERS.LEASE_UNTIL,
                        DISPATCHER_LEASE.LEASE_UNTIL,
                        JOB_HISTORY.FINISHED_AT,
                        JOB_UNIQUE_KEYS.TAKEN_UNTIL)
                .forEach(column -> setBack(column, time));
    }

    private void setBack(TableField<?, Instant> column, Duration time) {
        fixture.dsl()
                .update(column.getTable())
                .set(column, column.minus(DayToSecond.valueOf(time)))
                .execute();
    }
}
