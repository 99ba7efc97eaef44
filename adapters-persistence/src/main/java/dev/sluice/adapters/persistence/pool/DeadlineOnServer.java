package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Carries deadlines to the server. A connection starts with the time-outs of the configuration; whoever takes it with
 * less time than that has them set lower, to half a second, and the next one with more has them set back. So a round trip
 * is spent only on those who have waited or are late. Safe for use by many threads.
 */
final class DeadlineOnServer {

    private static final Duration STEP = Duration.ofMillis(500);

    /** After which time an answer is taken for lost: the server itself should have ended the statement by then. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Timeouts start;
    private final Map<Connection, Timeouts> changed = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param start what each connection starts with */
    DeadlineOnServer(Timeouts start) {
        this.start = start;
    }

    void apply(Connection connection, Work work) throws SQLException {
        Deadline deadline = work.deadline();
        Timeouts wanted = deadline == null ? start : start.atMost(roundedUp(deadline.remaining()));
        // What the pool itself wraps.
        Connection physical = connection.unwrap(Connection.class);
        if (!wanted.equals(start)) {
            connection.setNetworkTimeout(
                    Runnable::run, (int) wanted.statement().plus(GRACE).toMillis());
        }
        if (!wanted.equals(changed.getOrDefault(physical, start))) {
            set(connection, wanted);
            changed.put(physical, wanted);
        }
    }

    private static void set(Connection connection, Timeouts wanted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(wanted.statements());
        }
    }

    private static Duration roundedUp(Duration remaining) {
        long steps = Math.max(1, Math.ceilDiv(remaining.toMillis(), STEP.toMillis()));
        return STEP.multipliedBy(steps);
    }
}
