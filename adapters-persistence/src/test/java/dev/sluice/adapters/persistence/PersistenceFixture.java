package dev.sluice.adapters.persistence;

import static dev.sluice.adapters.persistence.schema.Tables.DISPATCHER_LEASE;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.migrations.Migrations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The module as an app wires it, on a migrated embedded database: one for each version of PostgreSQL in a JVM, emptied
 * for each test.
 */
public final class PersistenceFixture {

    /** Enough for the concurrent transactions of the contracts, each of which holds one: one in five is for others. */
    private static final int CONNECTIONS = 38;

    /** The tables that have pages, with rows in them or not: to truncate all of them for each test takes long. */
    private static final String FILLED = """
            select oid::regclass from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
                and relname not in ('dispatcher_lease', 'flyway_schema_history')
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private static final Map<PostgresVersion, PersistenceFixture> FIXTURES = new ConcurrentHashMap<>();

    private final ApplicationContext context;

    private PersistenceFixture(ApplicationContext context) {
        this.context = context;
    }

    /** The fixture of that version with a database as the migrations leave it. */
    public static PersistenceFixture emptied(PostgresVersion version) {
        PersistenceFixture fixture = FIXTURES.computeIfAbsent(version, PersistenceFixture::start);
        fixture.empty();
        return fixture;
    }

    /** The repositories as the contracts need them. */
    public Repositories repositories() {
        return new BeanRepositories(context);
    }

    /** The bean of a port, or of anything else that the module or Spring Boot provides. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** For a test that looks at the database itself. */
    public DSLContext dsl() {
        return get(DSLContext.class);
    }

    private static PersistenceFixture start(PostgresVersion version) {
        PostgresDatabase database = PostgresServer.shared(version).newDatabase();
        ApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(properties(database))
                .run();
        // Flyway takes two connections.
        Migrations.apply(context.getBean(HikariDataSource.class));
        return new PersistenceFixture(context);
    }

    private static Map<String, Object> properties(PostgresDatabase database) {
        return Map.of(
                "spring.datasource.url",
                database.jdbcUrl(),
                "spring.datasource.username",
                database.username(),
                "spring.datasource.password",
                database.password(),
                "spring.datasource.hikari.maximum-pool-size",
                CONNECTIONS,
                "spring.datasource.hikari.minimum-idle",
                0,
                // As both apps have it, for it decides plans.
                "spring.datasource.hikari.data-source-properties.options",
                "-c jit=off -c random_page_cost=1.1 -c work_mem=16MB",
                "sluice.database.second-connections",
                "refused",
                // Some tests write millions of rows at once.
                "sluice.database.timeouts.statement",
                "10m",
                "spring.main.banner-mode",
                "off");
    }

    private void empty() {
        List<String> filled = dsl().resultQuery(FILLED).fetch(0, String.class);
        if (!filled.isEmpty()) {
            dsl().execute("truncate " + String.join(", ", filled) + " cascade");
        }
        dsl().update(DISPATCHER_LEASE)
                .set(DISPATCHER_LEASE.HOLDER, NOBODY)
                .set(DISPATCHER_LEASE.EPOCH, 0L)
                .set(DISPATCHER_LEASE.LEASE_UNTIL, Instant.EPOCH)
                .execute();
    }

    /** The module and what it needs of Spring Boot. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JooqAutoConfiguration.class
    })
    @Import(PersistenceConfiguration.class)
    public static class Parts {

        @Bean
        Metrics metrics() {
            return (times, counter, tags) -> {};
        }
    }
}
