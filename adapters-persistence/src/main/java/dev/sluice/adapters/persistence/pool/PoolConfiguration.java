package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.domain.load.DatabaseFigures;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.metric.Metrics;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The pool in place of Spring Boot's own, by the same settings, and the door in front of it. Needs {@link Metrics}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@Import(ReplicaConfiguration.class)
public class PoolConfiguration {

    private static final String SETTINGS = "spring.datasource.hikari";

    @Bean
    HikariDataSource connectionPool(
            DataSourceProperties settings, Environment environment, DatabaseProperties properties, Outage outage)
            throws SQLException {
        HikariDataSource pool = settings.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        Binder binder = Binder.get(environment);
        binder.bind(SETTINGS, Bindable.ofInstance(pool));
        DataSource server = Server.of(pool, properties.timeouts());
        ServerCheck check = new ServerCheck(server, properties.budget(Machine.here()));
        int size = check.size(explicitSize(binder)).connections();
        pool.setMaximumPoolSize(size);
        pool.setDataSource(new Connector(server, outage, opened -> check.catchUp(size, opened), pool::isClosed));
        pool.setExceptionOverride(new DemotedServer());
        // The process starts while the server is away.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    /** HikariCP itself does not tell a setting from its default. */
    private static OptionalInt explicitSize(Binder binder) {
        return binder.bind(SETTINGS + ".maximum-pool-size", Integer.class)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** For those who wait in front of the door to go through it together. */
    @Bean
    LineLimits lineLimits(DatabaseProperties properties) {
        return properties.lineLimits();
    }

    @Bean
    Outage outage(Metrics metrics) {
        return new Outage(metrics);
    }

    @Bean
    AdmissionTally admissionTally(Metrics metrics) {
        return new AdmissionTally(metrics);
    }

    @Bean
    PoolCapacity poolCapacity(HikariDataSource pool, Outage outage) {
        return new PoolCapacity(pool, outage);
    }

    @Bean
    Admission admission(
            HikariDataSource pool,
            PoolCapacity capacity,
            DatabaseProperties properties,
            AdmissionTally tally,
            Outage outage) {
        AdmissionLimits limits = properties.limits(pool.getMaximumPoolSize());
        Admission admission = new Admission(limits, capacity, tally);
        outage.tell(admission::noteOutage, admission::noteConnection);
        return admission;
    }

    @Bean
    @Primary
    DataSource admittedDataSource(
            HikariDataSource pool,
            HeavySource heavy,
            Admission admission,
            DatabaseProperties properties,
            AdmissionTally tally) {
        return new AdmittedDataSource(
                pool,
                heavy,
                admission,
                new HeldConnections(properties.secondConnections(), tally),
                new DeadlineOnServer(properties.timeouts()));
    }

    @Bean
    HeavyReads heavyReads(DSLContext database, PlatformTransactionManager manager) {
        return new HeavyReads(
                database,
                new TransactionTemplate(
                        manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_SUPPORTS)));
    }

    @Bean
    DatabaseFigures databaseFigures(Admission admission, PoolCapacity capacity, Outage outage) {
        return new PoolFigures(admission, capacity, outage);
    }
}
