package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.DISPATCHER_LEASE;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static dev.sluice.adapters.persistence.schema.Tables.WORKERS;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobRecordContract;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.TableField;
import org.jooq.types.DayToSecond;
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
    public Transactions transactions() {
        return fixture.get(Transactions.class);
    }

    /** The database's clock cannot be set, so every time on record is set back instead. */
    @Override
    public void pass(Duration time) {
        List.of(JOBS.DUE_AT, JOBS.DISPATCHED_AT, WORKERS.LEASE_UNTIL, DISPATCHER_LEASE.LEASE_UNTIL)
                .forEach(column -> setBack(column, time));
    }

    private void setBack(TableField<?, Instant> column, Duration time) {
        fixture.dsl()
                .update(column.getTable())
                .set(column, column.minus(DayToSecond.valueOf(time)))
                .execute();
    }
}
