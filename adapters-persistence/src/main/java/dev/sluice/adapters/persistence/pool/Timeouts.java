package dev.sluice.adapters.persistence.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server bounds: a client that gives up leaves its statement and its locks behind.
 *
 * @param statement how long a statement may take
 * @param lock how long a statement may wait for a lock
 * @param idle how long a transaction may do nothing
 */
record Timeouts(
        @DefaultValue("10s") Duration statement,
        @DefaultValue("2s") Duration lock,
        @DefaultValue("10s") Duration idle) {

    Timeouts {
        require(statement, "statement");
        require(lock, "lock");
        require(idle, "idle");
    }

    private static void require(Duration timeout, String name) {
        if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "sluice.database.timeouts." + name + " is from 1ms to 1h, not " + timeout);
        }
    }

    /** The same, none longer than this. */
    Timeouts atMost(Duration longest) {
        return new Timeouts(least(statement, longest), least(lock, longest), least(idle, longest));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** As options of a connection's start, which cost no round trip. */
    String options() {
        return "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
                .formatted(statement.toMillis(), lock.toMillis(), idle.toMillis());
    }

    /** As statements that change a connection in one round trip. */
    String statements() {
        return "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
                .formatted(statement.toMillis(), lock.toMillis(), idle.toMillis());
    }
}
