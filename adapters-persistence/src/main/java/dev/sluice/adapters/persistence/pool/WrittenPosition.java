package dev.sluice.adapters.persistence.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How far the primary's log goes on its disk at a moment: all that was committed before it comes before it, as long as
 * commits wait for the disk ({@code synchronous_commit} is not off).
 *
 * @param timeline which of the histories that promotions have made of the log, in hexadecimal digits
 * @param location where in it
 */
record WrittenPosition(String timeline, String location) {

    private static final String WRITTEN = """
            select substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8), pg_current_wal_flush_lsn()
            """;

    /** A replica that follows a history which a promotion has ended may be far enough and yet wrong. */
    private static final String REPLAYED = """
            select pg_is_in_recovery()
                and pg_last_wal_replay_lsn() >= ?::pg_lsn
                and (select lpad(upper(to_hex(timeline_id)), 8, '0') from pg_control_checkpoint()) = ?
            """;

    /** @throws SQLException also if the server is no primary */
    static WrittenPosition of(Connection primary) throws SQLException {
        try (Statement statement = primary.createStatement();
                ResultSet rows = statement.executeQuery(WRITTEN)) {
            rows.next();
            return new WrittenPosition(rows.getString(1), rows.getString(2));
        }
    }

    /** Whether a replica shows all that comes before this. */
    boolean isReplayedBy(Connection replica) throws SQLException {
        try (PreparedStatement statement = replica.prepareStatement(REPLAYED)) {
            statement.setString(1, location);
            statement.setString(2, timeline);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
