package dev.sluice.local.endtoend;

import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What the database says about times, read past the API. */
record RecordedTimes(Database database) {

    private static final String OF_ORDERS = """
            select o.placed_at, o.started_at, o.finished_at, s.sent_at
            from orders o join invoices i on i.order_id = o.id
            join sent_mails s on s.message_id = 'invoice.' || i.id || '@sluice'
            where o.creator_id = {0}
            """;

    private static final String LAST_ATTEMPT =
            "select attempt, enqueued_at, due_at, started_at from job_history where payload ->> 'order' = {0}::text";

    private static final String LEASES = """
            select id, extract(epoch from lease_until - clock_timestamp()) from workers
            where lease_until > clock_timestamp()
            """;

    private static final String FIRED = """
            select (select count(*) from jobs where type = 'refresh-all-channels')
            + (select count(*) from job_history where type = 'refresh-all-channels')
            """;

    private static final String BRING_FIRING_ABOUT =
            "update job_schedules set next_firing = date_trunc('second', now()) where name = 'refresh-channels'";

    private static final String FIRES_LATER =
            "select count(*) = 1 from job_schedules where name = 'refresh-channels' and next_firing > now()";

    /** The times of one order and its e-mail. */
    record OrderTimes(Instant placed, Instant started, Instant finished, Instant mailed) {}

    /** The attempt at a job that was its last. */
    record Attempt(int number, Instant enqueued, Instant due, Instant started) {}

    /** What is left of a worker's lease. */
    record Lease(UUID worker, Duration left) {}

    /** The database's time. */
    Instant now() {
        return ask(dsl -> instant(dsl.fetchSingle("select clock_timestamp()").get(0, OffsetDateTime.class)));
    }

    List<OrderTimes> ofOrders(UUID creator) {
        return ask(dsl -> dsl.fetch(OF_ORDERS, DSL.val(creator)))
                .map(row -> new OrderTimes(
                        instant(row.get(0, OffsetDateTime.class)),
                        instant(row.get(1, OffsetDateTime.class)),
                        instant(row.get(2, OffsetDateTime.class)),
                        instant(row.get(3, OffsetDateTime.class))));
    }

    /** Of the job of a completed order. */
    Attempt lastAttempt(UUID order) {
        return ask(dsl -> dsl.fetchSingle(LAST_ATTEMPT, DSL.val(order)))
                .map(row -> new Attempt(
                        row.get(0, Integer.class),
                        instant(row.get(1, OffsetDateTime.class)),
                        instant(row.get(2, OffsetDateTime.class)),
                        instant(row.get(3, OffsetDateTime.class))));
    }

    /** Those that have not lapsed. */
    List<Lease> leases() {
        return ask(dsl -> dsl.fetch(LEASES))
                .map(row -> new Lease(
                        row.get(0, UUID.class), Duration.ofMillis((long) (1_000 * row.get(1, Double.class)))));
    }

    /** How often the schedule of the channels' synchronisation has fired. */
    int firings() {
        return ask(dsl -> dsl.fetchSingle(FIRED).get(0, Integer.class));
    }

    /** Makes the schedule due now. */
    void bringFiringAbout() {
        ask(dsl -> dsl.execute(BRING_FIRING_ABOUT));
    }

    boolean firesLater() {
        return ask(dsl -> dsl.fetchSingle(FIRES_LATER).get(0, Boolean.class));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private <T> T ask(Function<DSLContext, T> question) {
        try (Connection connection = database.connect()) {
            return question.apply(DSL.using(connection, SQLDialect.POSTGRES));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the records", e);
        }
    }
}
