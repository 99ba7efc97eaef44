package dev.sluice.bench.compare;

import dev.sluice.bench.service.Postgres;
import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How often PostgreSQL has summed up a portfolio, as its extension {@code pg_stat_statements} counts: exactly, and only
 * while somebody wants to know, since counting costs a little.
 */
record CountedStatements(Database database) {

    /** What the server needs to be started with. */
    static final List<String> OPTIONS =
            List.of("shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track=none");

    /** Both sides sum up by product and by month in one pass, and say nothing else with these words. */
    private static final String COUNT =
            "select coalesce(sum(calls), 0) from pg_stat_statements where query ilike '%from%orders%grouping sets%'"
                    + " and query not ilike '%pg_stat_statements%'";

    /** Whether this server can count. */
    static boolean areCountedBy(Postgres postgres) {
        return postgres.installed();
    }

    /** How many there were while the work was done. */
    long during(Runnable work) {
        try (Connection connection = database.connect()) {
            execute(connection, "create extension if not exists pg_stat_statements");
            track(connection, "top");
            long before = number(connection);
            work.run();
            long count = number(connection) - before;
            track(connection, "none");
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not count statements", e);
        }
    }

    private static void track(Connection connection, String what) throws SQLException {
        execute(connection, "alter system set pg_stat_statements.track = " + what);
        execute(connection, "select pg_reload_conf()");
    }

    private static long number(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNT)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
