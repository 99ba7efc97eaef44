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
        DriverDataSource server = new DriverDataSource(
                settings.getJdbcUrl(),
                settings.getDriverClassName(),
                properties,
                settings.getUsername(),
                settings.getPassword());
        server.setLoginTimeout((int) TimeUnit.MILLISECONDS.toSeconds(settings.getConnectionTimeout()));
        return server;
    }
}
