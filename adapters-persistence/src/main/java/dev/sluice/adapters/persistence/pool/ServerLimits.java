package dev.sluice.adapters.persistence.pool;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How many connections the server has.
 *
 * @param all how many there are
 * @param reserved how many of them are kept for its administrators
 */
record ServerLimits(int all, int reserved) {

    private static final String ASK = """
            select current_setting('max_connections')::int,
                   current_setting('superuser_reserved_connections')::int
                       + coalesce(current_setting('reserved_connections', true)::int, 0)
            """;

    static ServerLimits read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            return new ServerLimits(row.getInt(1), row.getInt(2));
        }
    }

    /** How many others than administrators can have. */
    int usable() {
        return all - reserved;
    }
}
