package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.load.DatabaseFigures;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The module as a process wires it, on a database that may fail; a pool of four. */
final class PooledProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private PooledProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static PooledProcess on(String jdbcUrl) {
        return on(jdbcUrl, Map.of());
    }

    static PooledProcess on(String jdbcUrl, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "spring.datasource.url", jdbcUrl,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "sluice.database.api.connections", "4",
                "spring.datasource.hikari.connection-timeout", 1_000,
                "spring.datasource.hikari.validation-timeout", 500,
                "spring.jooq.sql-dialect", "postgres",
                "sluice.database.second-connections", "refused",
                "spring.main.banner-mode", "off"));
        properties.putAll(settings);
        return new PooledProcess(new SpringApplicationBuilder(PersistenceFixture.Parts.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(properties)
                .run());
    }

    DSLContext database() {
        return context.getBean(DSLContext.class);
    }

    Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    HeavyReads heavy() {
        return context.getBean(HeavyReads.class);
    }

    HeavyReads heavyReads() {
        return context.getBean(HeavyReads.class);
    }

    DatabaseFigures figures() {
        return context.getBean(DatabaseFigures.class);
    }

    HikariDataSource pool() {
        return context.getBean(HikariDataSource.class);
    }

    /** A read that a client waits for. */
    int read(Duration deadline) {
        return new Work(Urgency.REQUEST, Deadline.after(deadline))
                .call(() -> database().fetchSingle("select 1").get(0, Integer.class));
    }

    /** The same on a thread of its own. */
    CompletableFuture<Integer> reading(Duration deadline) {
        return CompletableFuture.supplyAsync(
                () -> read(deadline), task -> Thread.ofVirtual().start(task));
    }

    boolean answers() {
        try {
            return read(Duration.ofSeconds(5)) == 1;
        } catch (RuntimeException failure) {
            return false;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
