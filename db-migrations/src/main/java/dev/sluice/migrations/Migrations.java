package dev.sluice.migrations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations of Sluice's database. */
public final class Migrations {

    private static final String LOCATION = "classpath:dev/sluice/migrations";

    private Migrations() {}

    /**
     * Brings a database to the newest version. Several processes may call it at once: Flyway's lock lets one work.
     *
     * @return how many migrations were applied
     */
    public static int apply(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations(LOCATION)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
