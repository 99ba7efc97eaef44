package dev.sluice.local.endtoend;

import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What stands in the database, read past the API. */
record Records(Database database) {

    /** A row is text in all its columns, but bytes are in hexadecimal digits. */
    private static final String HOLDS = "strpos(lower(r::text), lower(?)) > 0"
            + " or strpos(lower(r::text), encode(convert_to(?, 'UTF8'), 'hex')) > 0";

    /** The invoice numbers of a creator, lowest first. */
    List<Long> invoiceNumbers(UUID creator) {
        return numbers("select sequence from invoices where creator_id = ? order by sequence", creator);
    }

    /** How many documents are stored for a creator's invoices. */
    long documents(UUID creator) {
        return numbers(
                        "select count(*) from invoice_documents d join invoices i on i.id = d.invoice_id"
                                + " where i.creator_id = ?",
                        creator)
                .getFirst();
    }

    /** How many e-mails are on record as sent for a creator's invoices. */
    long sentMails(UUID creator) {
        return numbers(
                        "select count(*) from sent_mails s join invoices i on s.message_id = 'invoice.' || i.id || '@sluice'"
                                + " where i.creator_id = ?",
                        creator)
                .getFirst();
    }

    /** How often the jobs of a creator's orders are on record as succeeded. */
    long successes(UUID creator) {
        return numbers(
                        "select count(*) from job_history h join orders o on o.id::text = h.payload ->> 'order'"
                                + " where o.creator_id = ? and h.state = 'SUCCEEDED'",
                        creator)
                .getFirst();
    }

    /** The job of a completed order. */
    UUID job(UUID order) {
        String sql = "select id from job_history where payload ->> 'order' = ?";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, order.toString());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the records", e);
        }
    }

    long orders(UUID creator) {
        return numbers("select count(*) from orders where creator_id = ?", creator)
                .getFirst();
    }

    /** The caller's to close. */
    ShopRecords shops() {
        return ShopRecords.open(database);
    }

    /** Makes the creator's waiting jobs look dispatched a minute ago, as if the broker had lost their messages since. */
    void loseMessages(UUID creator) {
        String sql = "update jobs set state = 'DISPATCHED', dispatch = 1, dispatched_at = now() - interval '1 minute'"
                + " where state = 'AVAILABLE' and payload ->> 'order' in"
                + " (select id::text from orders where creator_id = ?)";
        change(sql, creator);
    }

    /** Leaves a creator as a process does that is killed between the commit of its new name and the invalidation. */
    void renameUntold(UUID creator, String name) {
        String sql = "with renamed as (update creators set name = ?, version = version + 1 where id = ? returning id)"
                + " insert into pending_invalidations (id, invalidation)"
                + " select gen_random_uuid(), 'value:portfolios:public:' || id from renamed";
        change(sql, name, creator);
    }

    /** The tables of which any column of any row holds a text, however it is capitalised, and bytes that spell it. */
    SortedSet<String> tablesThatHold(String text) {
        SortedSet<String> found = new TreeSet<>();
        for (String table : texts("select quote_ident(table_name) from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            if (numbers("select count(*) from " + table + " as r where " + HOLDS, text, text)
                            .getFirst()
                    > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the records", e);
        }
        return texts;
    }

    /** How many invalidations nobody has told the cache yet. */
    long untold() {
        return numbers("select count(*) from pending_invalidations").getFirst();
    }

    private void change(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change the records", e);
        }
    }

    /** Gives a creator a channel at YouTube, which no route does. */
    UUID addChannel(UUID creator) {
        change(
                "insert into channels (id, creator_id, youtube_id) select id, id, 'UC' || id from creators where id = ?",
                creator);
        return creator;
    }

    /** Makes it look as if all units of YouTube's quota were used, whichever day it is there. */
    void useUpQuota() {
        change("insert into quota_days (day, units) select current_date + n, 10000 from generate_series(-1, 1) as n"
                + " on conflict (day) do update set units = excluded.units");
    }

    void renewQuota() {
        change("delete from quota_days");
    }

    /** Makes whoever is nobody the dispatcher, so that nothing is dispatched. */
    void holdDispatcher() {
        change("update dispatcher_lease set holder = gen_random_uuid(), epoch = epoch + 1, lease_until = 'infinity'");
    }

    /** Lets a worker be the dispatcher again. */
    void releaseDispatcher() {
        change("update dispatcher_lease set lease_until = '-infinity'");
    }

    private List<Long> numbers(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return numbers(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the records", e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    private static List<Long> numbers(PreparedStatement statement) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
