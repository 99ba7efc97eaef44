package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.domain.load.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool behind its door: the one way to a connection, for transactions and plain reads alike. */
final class AdmittedDataSource extends DelegatingDataSource {

    private final HikariDataSource pool;
    private final HeavySource heavy;
    private final Admission admission;
    private final HeldConnections held;
    private final DeadlineOnServer deadlines;

    AdmittedDataSource(
            HikariDataSource pool,
            HeavySource heavy,
            Admission admission,
            HeldConnections held,
            DeadlineOnServer deadlines) {
        super(pool);
        this.pool = pool;
        this.heavy = heavy;
        this.admission = admission;
        this.held = held;
        this.deadlines = deadlines;
    }

    /** @throws dev.sluice.domain.failure.Overloaded if there is none for this work now */
    @Override
    public Connection getConnection() throws SQLException {
        held.requireNone();
        Work work = Work.current();
        Purpose purpose = Purpose.current();
        Permit permit = admission.enter(purpose, work);
        boolean taken = false;
        boolean hangs = false;
        try {
            Connection connection = prepared(open(purpose), work);
            taken = true;
            Runnable released = held.taken();
            return AdmittedConnection.of(connection, () -> {
                released.run();
                permit.end();
            });
        } catch (SQLTransientConnectionException nothing) {
            hangs = true;
            throw nothing;
        } finally {
            if (!taken) {
                permit.abandon(hangs);
            }
        }
    }

    private Connection open(Purpose purpose) throws SQLException {
        return purpose == Purpose.HEAVY_READ ? heavy.open(pool) : pool.getConnection();
    }

    /** There are no other users than the one of the pool. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool has one user");
    }

    private Connection prepared(Connection connection, Work work) throws SQLException {
        try {
            deadlines.apply(connection, work);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }
}
