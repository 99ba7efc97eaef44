package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.domain.load.Work;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A read replica. A heavy read comes from it once it has replayed everything that was committed when the read began, and
 * else from the primary: so no read, and no fill of the cache, is older than an invalidation before it. Safe for use by
 * many threads.
 */
final class Replica implements HeavySource, AutoCloseable {

    private static final Logger LOG = System.getLogger(Replica.class.getName());

    /** How often a read looks whether the replica has caught up. */
    private static final Duration LOOK = Duration.ofMillis(5);

    /** Within this each has to say how far it is. */
    private static final Duration ANSWER = Duration.ofSeconds(1);

    /** For so long nobody waits for a replica that has failed. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final Duration patience;
    private final AdmissionTally tally;
    private volatile long leftAloneUntil = System.nanoTime();

    Replica(HikariDataSource pool, Duration patience, AdmissionTally tally) {
        this.pool = pool;
        this.patience = patience;
        this.tally = tally;
    }

    @Override
    public Connection open(DataSource primary) throws SQLException {
        Connection replica = isLeftAlone() ? null : caughtUp(primary);
        return replica == null ? primary.getConnection() : replica;
    }

    @Override
    public void close() {
        pool.close();
    }

    private boolean isLeftAlone() {
        return System.nanoTime() - leftAloneUntil < 0;
    }

    private @Nullable Connection caughtUp(DataSource primary) throws SQLException {
        WrittenPosition written = written(primary);
        try {
            Connection connection = caughtUpWith(written);
            tally.readFromReplica(connection == null ? "behind" : "served");
            return connection;
        } catch (SQLException failure) {
            leftAloneUntil = System.nanoTime() + LEFT_ALONE.toNanos();
            tally.readFromReplica("failed");
            LOG.log(Level.WARNING, "the read replica cannot be asked: {0}", failure.getSQLState());
            return null;
        }
    }

    private static WrittenPosition written(DataSource primary) throws SQLException {
        try (Connection connection = primary.getConnection()) {
            // The pool sets it back when it gets the connection.
            connection.setNetworkTimeout(Runnable::run, answer());
            return WrittenPosition.of(connection);
        }
    }

    private @Nullable Connection caughtUpWith(WrittenPosition written) throws SQLException {
        Connection connection = pool.getConnection();
        boolean caughtUp = false;
        try {
            caughtUp = awaitReplayed(written, connection);
        } finally {
            if (!caughtUp) {
                connection.close();
            }
        }
        return caughtUp ? connection : null;
    }

    private boolean awaitReplayed(WrittenPosition written, Connection connection) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, answer());
        long until = System.nanoTime() + Work.current().atMost(patience).toNanos();
        boolean replayed = written.isReplayedBy(connection);
        while (!replayed && System.nanoTime() - until < 0 && paused()) {
            replayed = written.isReplayedBy(connection);
        }
        connection.setNetworkTimeout(Runnable::run, usual);
        return replayed;
    }

    /** In milliseconds; never 0, which would be without end. */
    private static int answer() {
        return Math.max(1, (int) Work.current().atMost(ANSWER).toMillis());
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
