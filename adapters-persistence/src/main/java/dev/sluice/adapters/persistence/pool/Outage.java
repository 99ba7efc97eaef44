package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.metric.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** Whether connections can be opened, as the last attempt has found it. Safe for use by many threads. */
final class Outage {

    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final Metrics metrics;
    private volatile boolean on;
    private volatile Runnable whenFailed = () -> {};
    private volatile Runnable whenOver = () -> {};

    Outage(Metrics metrics) {
        this.metrics = metrics;
    }

    /** What is to happen after each attempt that fails, and when an outage is over. */
    void tell(Runnable failed, Runnable over) {
        whenFailed = failed;
        whenOver = over;
    }

    boolean isOn() {
        return on;
    }

    void failed(SQLException failure) {
        metrics.count("database.connect.failures");
        if (!on) {
            on = true;
            LOG.log(
                    Level.WARNING,
                    "no connection to the database can be opened: {0} {1}",
                    failure.getClass().getName(),
                    failure.getSQLState());
        }
        whenFailed.run();
    }

    void connected() {
        if (on) {
            on = false;
            LOG.log(Level.INFO, "connections to the database can be opened again");
            whenOver.run();
        }
    }
}
