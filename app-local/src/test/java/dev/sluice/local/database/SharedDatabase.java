package dev.sluice.local.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.migrations.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.UrlResource;

/** A migrated database of its own and the ports as a worker has them on it. */
public final class SharedDatabase implements AutoCloseable {

    private static final String SESSION = "spring.datasource.hikari.data-source-properties.options";

    private final ConfigurableApplicationContext context;

    private SharedDatabase(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SharedDatabase started(PostgresVersion version) {
        PostgresDatabase database = PostgresServer.shared(version).newDatabase();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(properties(database))
                .run();
        // Flyway takes two connections.
        Migrations.apply(context.getBean(HikariDataSource.class));
        return new SharedDatabase(context);
    }

    private static Map<String, Object> properties(PostgresDatabase database) {
        return Map.of(
                "spring.config.name",
                "none",
                "spring.datasource.url",
                database.jdbcUrl(),
                "spring.datasource.username",
                database.username(),
                "spring.datasource.password",
                database.password(),
                "spring.datasource.hikari.minimum-idle",
                "0",
                "sluice.database.second-connections",
                "refused",
                SESSION,
                optionsOfWorkers(),
                "spring.main.banner-mode",
                "off");
    }

    /** Which the worker's own settings say: those of the API stand on the same class path, under the same name. */
    private static String optionsOfWorkers() {
        try {
            for (URL settings :
                    Collections.list(SharedDatabase.class.getClassLoader().getResources("application.yaml"))) {
                for (PropertySource<?> source :
                        new YamlPropertySourceLoader().load("settings", new UrlResource(settings))) {
                    if ("sluice-worker".equals(source.getProperty("spring.application.name"))) {
                        return String.valueOf(source.getProperty(SESSION));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the settings of the worker", e);
        }
        throw new IllegalStateException("There are no settings of the worker");
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JooqAutoConfiguration.class
    })
    @Import(PersistenceConfiguration.class)
    static class Parts {

        @Bean
        Metrics metrics() {
            return (times, counter, tags) -> {};
        }
    }
}
