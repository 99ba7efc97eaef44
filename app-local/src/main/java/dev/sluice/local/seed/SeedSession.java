package dev.sluice.local.seed;

import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection on which demo data is written, with the functions that the scripts use. */
final class SeedSession implements AutoCloseable {
    private final Connection connection;

    private SeedSession(Connection connection) {
        this.connection = connection;
    }

    static SeedSession open(Database database) throws SQLException {
        var session = new SeedSession(database.connect());
        session.run(new SeedScript("session.sql"));
        session.connection.setAutoCommit(false);
        return session;
    }

    void run(SeedScript script) throws SQLException {
        script.run(connection);
    }

    /** Runs the script for one creator of the large set, and commits. */
    void runFor(int creator, SeedScript script) throws SQLException {
        try (PreparedStatement setting = connection.prepareStatement("select set_config('seed.creator', ?, false)")) {
            setting.setString(1, Integer.toString(creator));
            setting.execute();
        }
        script.run(connection);
        connection.commit();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** How many creators have an id that begins so. */
    int creators(String idPrefix) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from creators where id::text like ? || '%'")) {
            query.setString(1, idPrefix);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Brings the planner's figures and the visibility map up to date with what was written. */
    void vacuum() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
