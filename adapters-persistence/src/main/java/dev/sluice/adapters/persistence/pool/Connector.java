package dev.sluice.adapters.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens the pool's connections, and is its breaker: while none can be opened it tries again and again, on the one thread
 * of the pool that opens any, so that the server that comes back meets one client of each process. Left to itself the
 * pool would ask ever more rarely, at last every 5 seconds.
 */
final class Connector extends DelegatingDataSource {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Outage outage;
    private final Consumer<Connection> opened;
    private final BooleanSupplier closed;

    /**
     * @param opened is given each connection before the pool; must not fail
     * @param closed whether the pool wants no more
     */
    Connector(DataSource server, Outage outage, Consumer<Connection> opened, BooleanSupplier closed) {
        super(server);
        this.outage = outage;
        this.opened = opened;
        this.closed = closed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return untilOpened(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return untilOpened(() -> super.getConnection(username, password));
    }

    @FunctionalInterface
    private interface Attempt {
        Connection open() throws SQLException;
    }

    private Connection untilOpened(Attempt attempt) throws SQLException {
        while (true) {
            try {
                Connection connection = attempt.open();
                opened.accept(connection);
                outage.connected();
                return connection;
            } catch (SQLException failure) {
                outage.failed(failure);
                pause(failure);
            }
        }
    }

    /** @throws SQLException if there is no use in another attempt */
    private void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure;
        }
        if (closed.getAsBoolean()) {
            throw failure;
        }
    }
}
