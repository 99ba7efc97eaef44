package dev.sluice.bench.compare;

import dev.sluice.bench.service.Postgres;
import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** How often PostgreSQL has summed up a portfolio, as its extension {@code pg_stat_statements} counts: exactly. */
record CountedStatements(Database database) {

    /** What the server needs to be started with. */
    static final List<String> OPTIONS = List.of("shared_preload_libraries=pg_stat_statements");

    /** Both sides sum up by product and by month in one pass, and say nothing else with these words. */
    private static final String COUNT =
            "select coalesce(sum(calls), 0) from pg_stat_statements where query ilike '%from%orders%grouping sets%'"
                    + " and query not ilike '%pg_stat_statements%'";

    /** Whether this server can count. */
    static boolean areCountedBy(Postgres postgres) {
        return postgres.installed().isPresent();
    }

    /** How many there were while the work was done. */
    long during(Runnable work) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            long before = number(statement);
            work.run();
            return number(statement) - before;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not count statements", e);
        }
    }

    private static long number(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(COUNT)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
