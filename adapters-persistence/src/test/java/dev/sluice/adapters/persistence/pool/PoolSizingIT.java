package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PoolSizingIT {

    private final PostgresDatabase database;

    PoolSizingIT(PostgresVersion version) {
        database = PostgresServer.shared(version).newDatabase();
    }

    private PooledProcess started(Map<String, Object> settings) {
        return PooledProcess.on(database.jdbcUrl(), settings);
    }

    /** The server has 300 connections, of which 3 are kept for its administrators. */
    @Test
    void moreThanTheServerHasKeepsTheProcessFromStarting() {
        assertThatThrownBy(() -> started(Map.of("sluice.database.worker.replicas", 15)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sluice.database: 1 processes with 4 connections and 15 with 20 need 304,"
                        + " and the server has 297 for them");
    }

    @Test
    void autoTakesItsShareOfTheServer() {
        try (PooledProcess process = started(Map.of(
                "sluice.database.api.connections",
                "auto",
                "sluice.database.api.replicas",
                90,
                "sluice.database.worker.connections",
                "20"))) {
            assertThat(process.pool().getMaximumPoolSize()).isEqualTo(3);
            assertThat(process.figures().capacity()).isEqualTo(3);
        }
    }

    @Test
    void thePoolsOwnSettingWins() {
        try (PooledProcess process = started(Map.of("spring.datasource.hikari.maximum-pool-size", 7))) {
            assertThat(process.pool().getMaximumPoolSize()).isEqualTo(7);
        }
    }

    @Test
    void aHeavyReadKeepsOneConnectionForAllItsStatements() {
        try (PooledProcess process = started(Map.of())) {
            int inUse = process.heavy().call(() -> {
                process.heavy().database().execute("select 1");
                process.heavy().database().execute("select 2");
                return process.figures().inUse();
            });

            assertThat(inUse).isOne();
            assertThat(process.figures().inUse()).isZero();
        }
    }
}
