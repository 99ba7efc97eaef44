package dev.sluice.adapters.persistence;

import static dev.sluice.adapters.persistence.schema.DefaultSchema.DEFAULT_SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.migrations.Migrations;
import javax.sql.DataSource;
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
    void giveTheTablesThatTheClassesWereGeneratedFrom() {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);

        assertThat(DEFAULT_SCHEMA.getTables())
                .isNotEmpty()
                .allSatisfy(table -> fixture.dsl().selectFrom(table).fetch());
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
