package dev.sluice.adapters.persistence.pool;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * Sizes the pool when the process starts, and sees to it that all processes together do not want more than the server
 * has. While the server is away the process starts even so, and what is wrong is logged as soon as the server is there.
 */
final class ServerCheck {

    private static final Logger LOG = System.getLogger(ServerCheck.class.getName());

    private final DataSource server;
    private final PoolBudget budget;
    private boolean pending;

    /** @param server opens a connection beside the pool */
    ServerCheck(DataSource server, PoolBudget budget) {
        this.server = server;
        this.budget = budget;
    }

    /**
     * @param explicit what the pool's own setting says
     * @throws IllegalArgumentException if the server has too few connections
     */
    PoolSize size(OptionalInt explicit) {
        Optional<ServerLimits> limits = ask();
        pending = limits.isEmpty();
        PoolBudget known = limits.map(budget::with).orElse(budget);
        PoolSize size = known.size(explicit);
        known.excess(size.connections()).ifPresent(excess -> {
            throw new IllegalArgumentException(excess);
        });
        LOG.log(Level.INFO, "the pool has {0} connections: {1}", size.connections(), size.reason());
        return size;
    }

    private Optional<ServerLimits> ask() {
        try (Connection connection = server.getConnection()) {
            return Optional.of(ServerLimits.read(connection));
        } catch (SQLException away) {
            LOG.log(Level.INFO, "the database is not there yet: {0}", away.getSQLState());
            return Optional.empty();
        }
    }

    /** Makes up for the check if the server was away at the start; called by the one thread that opens connections. */
    void catchUp(int size, Connection connection) {
        if (pending) {
            pending = false;
            try {
                budget.with(ServerLimits.read(connection))
                        .excess(size)
                        .ifPresent(excess -> LOG.log(Level.ERROR, excess));
            } catch (SQLException gone) {
                pending = true;
            }
        }
    }
}
