package dev.sluice.migrations;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations of Sluice's database. */
public final class Migrations {

    private static final String LOCATION = "classpath:dev/sluice/migrations";

    /**
     * Flyway's lock is one of the session. One of a transaction would keep that open, and an index that is built
     * concurrently waits for the end of all transactions.
     */
    private static final Map<String, String> SETTINGS = Map.of("flyway.postgresql.transactional.lock", "false");

    private Migrations() {}

    /**
     * Brings a database to the newest version. Several processes may call it at once: Flyway's lock lets one work.
     *
     * @return how many migrations were applied
     */
    public static int apply(DataSource database) {
        return Flyway.configure()
                .configuration(SETTINGS)
                .dataSource(database)
                .locations(LOCATION)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
