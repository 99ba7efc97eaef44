package dev.sluice.bench.compare;

import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What the table of orders, which both sides write, tells about their processing. */
record OrderLog(Database database) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Looked at so seldom that it costs next to nothing. */
    private static final long POLL_NANOS = 250_000_000;

    /** Finds one at most: a backlog is long. */
    private static final String OPEN = """
            select (exists (select from orders where status = 'QUEUED')
                or exists (select from orders where status = 'PROCESSING'))::int
            """;

    /** Else what was written earlier would cost whoever is measured next. */
    void settle() {
        execute("vacuum (analyze) orders");
        execute("checkpoint");
    }

    /** Waits until no order is queued or being processed. */
    void awaitCompleted() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            // Else a look may read the whole table, which costs as much as dozens of jobs.
            statement.execute("set enable_seqscan = off");
            while (number(statement, OPEN) > 0) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("not all orders were completed");
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + OPEN, e);
        }
    }

    /** Orders in a second among so many that were completed last, from the first of them to the last. */
    double completedInSecond(int last) {
        return number("""
                select (count(*) - 1) / extract(epoch from max(finished_at) - min(finished_at))
                from (select finished_at from orders where finished_at is not null order by finished_at desc limit %d)
                    as done
                """.formatted(last));
    }

    private double number(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            return number(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }

    private static double number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }
}
