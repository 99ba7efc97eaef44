package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where heavy reads get their connections: from a replica if one is set, within the limit that they have anyway. */
@Configuration(proxyBeanMethods = false)
class ReplicaConfiguration {

    /** The least that the pool allows: there is the primary to turn to. */
    private static final long CONNECT_MILLIS = 250;

    @Bean
    HeavySource heavySource(HikariDataSource primary, DatabaseProperties properties, AdmissionTally tally)
            throws SQLException {
        ReplicaProperties replica = properties.replica();
        return replica.isPresent()
                ? new Replica(pool(primary, properties), replica.patience(), tally)
                : DataSource::getConnection;
    }

    private static HikariDataSource pool(HikariDataSource primary, DatabaseProperties properties) throws SQLException {
        HikariConfig config = new HikariConfig();
        primary.copyStateTo(config);
        config.setJdbcUrl(properties.replica().url());
        config.setPoolName(primary.getPoolName() + "-replica");
        config.setDataSource(Server.of(config, properties.timeouts()));
        config.setMaximumPoolSize(
                properties.limits(primary.getMaximumPoolSize()).connections(Purpose.HEAVY_READ));
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        return new HikariDataSource(config);
    }
}
