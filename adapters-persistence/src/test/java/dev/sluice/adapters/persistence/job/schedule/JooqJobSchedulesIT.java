package dev.sluice.adapters.persistence.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.job.schedule.JobSchedules;
import dev.sluice.domain.job.schedule.JobSchedulesContract;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class JooqJobSchedulesIT implements JobSchedulesContract {

    private final PersistenceFixture fixture;

    JooqJobSchedulesIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public JobSchedules schedules() {
        return fixture.get(JobSchedules.class);
    }

    @Override
    public Transactions transactions() {
        return fixture.get(Transactions.class);
    }

    @Test
    void whoFindsThePlanInAnothersHandsDoesNotWait() {
        schedules().add(MONDAY);

        transactions().run(() -> {
            assertThat(schedules().replace(MONDAY, NEXT_MONDAY)).isTrue();
            assertThat(Concurrently.elsewhere(() -> schedules().replace(MONDAY, TUESDAY)))
                    .isFalse();
        });

        assertThat(schedules().agenda().of("reports")).contains(NEXT_MONDAY);
    }

    @Test
    void theTimeIsTheDatabases() {
        Instant before = clock();
        Instant told = schedules().agenda().now();

        assertThat(told).isBetween(before, clock());
    }

    private Instant clock() {
        return fixture.dsl().fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }
}
