package dev.sluice.adapters.persistence;

import static dev.sluice.adapters.persistence.schema.DefaultSchema.DEFAULT_SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.migrations.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

@ParameterizedClass
@EnumSource
class MigrationsIT {

    private final PostgresVersion version;

    MigrationsIT(PostgresVersion version) {
        this.version = version;
    }

    @Test
    void applyToAnEmptyDatabaseAndThenDoNothing() {
        DataSource database = source(PostgresServer.shared(version).newDatabase());

        assertThat(Migrations.apply(database)).isPositive();
        assertThat(Migrations.apply(database)).isZero();
    }

    @Test
    void theCountsBeginWithTheJobsThatThereAre() {
        DataSource database = source(PostgresServer.shared(version).newDatabase());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:dev/sluice/migrations")
                .target("8")
                .load()
                .migrate();
        DSLContext dsl = DSL.using(database, SQLDialect.POSTGRES);
        dsl.execute(
                "insert into jobs (id, type, queue, state, payload, attempts, backoff)"
                        + " select gen_random_uuid(), 'a-type', 'a-queue', 'AVAILABLE', '{}', 1, '1s' from generate_series(1, 3)");
        dsl.execute("insert into job_history (id, type, queue, state, payload, attempt, attempts, backoff, dispatch,"
                + " enqueued_at, due_at, finished_at) select gen_random_uuid(), 'a-type', 'a-queue', 'DEAD', '{}', 1, 1,"
                + " '1s', 1, now(), now(), '2026-03-01 23:30:00-02' from generate_series(1, 2)");

        Migrations.apply(database);
        dsl.execute("delete from jobs where ctid = (select min(ctid) from jobs)");

        assertThat(dsl.fetch("select state, day::text, sum(n)::int from (select * from job_counts union all"
                        + " select * from job_count_deltas) counted group by 1, 2 order by 1"))
                .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                .containsExactly("AVAILABLE infinity 2", "DEAD 2026-03-02 2");
    }

    @Test
    void giveTheTablesThatTheClassesWereGeneratedFrom() {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);

        assertThat(DEFAULT_SCHEMA.getTables())
                .isNotEmpty()
                .allSatisfy(table -> fixture.dsl().selectFrom(table).fetch());
    }

    @Test
    void leaveRoomForUpdatesInTheTableOfOpenJobsAndHaveItVacuumedEarly() {
        DSLContext dsl = PersistenceFixture.emptied(version).dsl();

        assertThat(dsl.fetchSingle("select reloptions from pg_class where oid = 'jobs'::regclass")
                        .get(0, String[].class))
                .containsExactlyInAnyOrder(
                        "fillfactor=70",
                        "autovacuum_vacuum_scale_factor=0.02",
                        "autovacuum_vacuum_threshold=500",
                        "vacuum_truncate=off");
    }

    @Test
    void runOnTheVersionThatTheTestNames() {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);

        assertThat(fixture.dsl().fetchSingle("show server_version").get(0, String.class))
                .startsWith(version.major() + ".");
    }

    private static DataSource source(PostgresDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }
}
