package dev.sluice.local.endtoend;

import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What clients have written about shops and keys. It is looked at so often that one connection is kept for it. */
final class ShopRecords implements AutoCloseable {

    private static final String SUM = """
            select concat_ws(' ',
                (select count(*) || ':' || sum(version) from creators),
                (select count(*) || ':' || sum(version) from products),
                (select count(*) from orders),
                (select count(*) from order_lines),
                (select count(*) from api_keys),
                (select count(*) || ':' || sum(version) from webhook_endpoints),
                (select count(*) from credit_notes),
                (select count(*) from receipts),
                (select count(*) from erasures),
                (select count(*) from signing_keys),
                (select count(*) from idempotency_records),
                (select count(*) from job_pauses))
            """;

    private final Connection connection;
    private final PreparedStatement sum;

    private ShopRecords(Connection connection, PreparedStatement sum) {
        this.connection = connection;
        this.sum = sum;
    }

    static ShopRecords open(Database database) {
        try {
            Connection connection = database.connect();
            return new ShopRecords(connection, connection.prepareStatement(SUM));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the records", e);
        }
    }

    /** Something that changes with all that clients can write; orders go on by themselves. */
    String sum() {
        try (ResultSet row = sum.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the records", e);
        }
    }

    /** Its statement goes with it. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot leave the records", e);
        }
    }
}
