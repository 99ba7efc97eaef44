package dev.sluice.bench.job;

import dev.sluice.bench.service.Postgres;
import dev.sluice.domain.job.JobType;
import dev.sluice.migrations.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database and what its own records tell about the jobs. For one thread. */
final class JobsDatabase implements AutoCloseable {

    /** The rows that jobs are about; the peer's are the same. */
    static final String ORDERS = "create table bench_orders (id bigint primary key, status text not null)";

    private final String url;
    private final Connection connection;

    private JobsDatabase(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /** With all that Sluice needs, and the table of orders. */
    static JobsDatabase migrated(Postgres postgres, String name) {
        String url = postgres.newDatabase(name);
        Migrations.apply(new DriverManagerDataSource(url, Postgres.USERNAME, Postgres.USERNAME));
        return withOrders(url);
    }

    /** With the table of orders alone. */
    static JobsDatabase empty(Postgres postgres, String name) {
        return withOrders(postgres.newDatabase(name));
    }

    private static JobsDatabase withOrders(String url) {
        JobsDatabase database = connect(url);
        database.execute(ORDERS);
        return database;
    }

    /** The same database on a connection of its own. */
    JobsDatabase connectAgain() {
        return connect(url);
    }

    private static JobsDatabase connect(String url) {
        try {
            return new JobsDatabase(url, DriverManager.getConnection(url, Postgres.USERNAME, Postgres.USERNAME));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to " + url, e);
        }
    }

    String url() {
        return url;
    }

    String version() {
        return text("select current_setting('server_version')");
    }

    /** How far the log of all writes has come, in bytes. */
    double walPosition() {
        return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
    }

    /** Whether a job of the type has not finished. */
    boolean hasOpen(JobType<?> type) {
        return number(
                        "select count(*) from (select 1 from jobs where queue = ? limit 1) open",
                        type.queue().value())
                > 0;
    }

    double finished(JobType<?> type) {
        return number("select count(*) from job_history where state = 'SUCCEEDED' and type = ?", type.name());
    }

    /** Finished jobs in a second, from the first start to the last finish. */
    double drainRate(JobType<?> type) {
        return number(
                "select count(*) / extract(epoch from max(finished_at) - min(started_at)) from job_history where type = ?",
                type.name());
    }

    /**
     * How long jobs took from the statement that enqueued them to their start, in ms: more than from their commit, by
     * the commit itself.
     *
     * @param part 0.99 for the time that 99 of 100 did not exceed
     */
    double startDelay(JobType<?> type, double part) {
        return number(
                "select 1000 * extract(epoch from percentile_disc(" + part
                        + ") within group (order by started_at - enqueued_at)) from job_history where type = ?",
                type.name());
    }

    /** The dead row versions in that table of jobs which has the most. */
    double deadTuples() {
        return number("select max(n_dead_tup) from pg_stat_user_tables where relname like 'job%'");
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }

    private double number(String sql, String... values) {
        return Double.parseDouble(text(sql, values));
    }

    private String text(String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setString(index + 1, values[index]);
            }
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close a connection", e);
        }
    }
}
