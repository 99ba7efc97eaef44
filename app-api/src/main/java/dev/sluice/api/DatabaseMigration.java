package dev.sluice.api;

import dev.sluice.migrations.Migrations;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The step that a release takes before its processes start: it needs nothing but the database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
class DatabaseMigration {

    private static final System.Logger LOG = System.getLogger(DatabaseMigration.class.getName());

    /** A migration may take long, which the bounds on the API's statements must not cut short. */
    private static final String[] UNBOUNDED = {
        "--spring.datasource.hikari.data-source-properties.options=",
        "--spring.datasource.hikari.data-source-properties.socketTimeout=0"
    };

    static void run(String[] arguments) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(DatabaseMigration.class).web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context =
                application.run(Stream.concat(Arrays.stream(arguments), Arrays.stream(UNBOUNDED))
                        .toArray(String[]::new))) {
            int applied = Migrations.apply(context.getBean(DataSource.class));
            LOG.log(Level.INFO, "the database is up to date: {0} migrations applied", applied);
        }
    }
}
