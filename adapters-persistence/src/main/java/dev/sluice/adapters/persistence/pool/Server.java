package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The server as the pool's settings name it, without the pool. */
final class Server {

    private static final String OPTIONS = "options";

    private Server() {}

    /** @param timeouts what each connection starts with, beside the options of the settings */
    static DataSource of(HikariConfig settings, Timeouts timeouts) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(settings.getDataSourceProperties());
        String options = properties.getProperty(OPTIONS, "") + " " + timeouts.options();
        properties.setProperty(OPTIONS, options.strip());
        // As a property of this server: the driver manager's own is one for the whole process.
        properties.setProperty("loginTimeout", Long.toString(seconds(settings.getConnectionTimeout())));
        return new DriverDataSource(
                settings.getJdbcUrl(),
                settings.getDriverClassName(),
                properties,
                settings.getUsername(),
                settings.getPassword());
    }

    /** Rounded up, as none at all would be without end. */
    private static long seconds(long millis) {
        return Math.ceilDiv(millis, TimeUnit.SECONDS.toMillis(1));
    }
}
