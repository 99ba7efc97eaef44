package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresOptions;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which server heavy reads come from, beside a replica that is up to date, behind or gone. */
@Tag("processes")
@ParameterizedClass
@EnumSource
class ReplicaIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Long enough for a replica that can be up to date. */
    private static final String PATIENT = "5s";

    private static final Map<PostgresVersion, Servers> SERVERS = new EnumMap<>(PostgresVersion.class);

    @TempDir
    private static Path folders;

    private final PostgresServer primary;
    private final PostgresServer replica;
    private final PostgresDatabase copy;
    private final PooledProcess process;

    ReplicaIT(PostgresVersion version) {
        Servers servers = SERVERS.computeIfAbsent(version, Servers::start);
        primary = servers.primary();
        replica = servers.replica();
        copy = replica.database("shop");
        process = process(copy, PATIENT);
        process.database().execute("drop table if exists sales");
        process.database().execute("create table sales (total int)");
        process.database().execute("insert into sales values (1)");
    }

    /** Those that all tests on a version share. */
    private record Servers(PostgresServer primary, PostgresServer replica) {

        static Servers start(PostgresVersion version) {
            PostgresServer primary = PostgresServer.start(
                    PostgresOptions.defaults().withVersion(version).withDataFolder(folders.resolve(version.name())));
            primary.database("shop");
            return new Servers(primary, primary.startReplica());
        }

        void close() {
            replica.close();
            primary.close();
        }
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @AfterAll
    static void stopServers() {
        SERVERS.values().forEach(Servers::close);
        SERVERS.clear();
    }

    private PooledProcess process(PostgresDatabase replica, String patience) {
        return PooledProcess.on(
                primary.database("shop").jdbcUrl(),
                Map.of("sluice.database.replica.url", replica.jdbcUrl(), "sluice.database.replica.patience", patience));
    }

    private record Answer(int total, boolean fromReplica) {}

    private Answer heavyRead() {
        return heavyRead(process);
    }

    private static Answer heavyRead(PooledProcess process) {
        return process.heavyReads()
                .call(() -> process.database()
                        .fetchSingle("select (select total from sales), pg_is_in_recovery()")
                        .map(row -> new Answer(row.get(0, Integer.class), row.get(1, Boolean.class))));
    }

    private void sell(int total) {
        process.transactions().run(() -> process.database().execute("update sales set total = ?", total));
    }

    @Test
    void aHeavyReadComesFromTheReplicaAndShowsAllThatWasCommitted() {
        for (int total = 2; total < 50; total++) {
            sell(total);
            assertThat(heavyRead()).isEqualTo(new Answer(total, true));
        }
        assertThat(process.database().fetchSingle("select pg_is_in_recovery()").get(0, Boolean.class))
                .isFalse();
    }

    @Test
    void whileTheReplicaIsBehindTheyComeFromThePrimary() throws SQLException {
        assertThat(heavyRead()).isEqualTo(new Answer(1, true));
        run(copy, "select pg_wal_replay_pause()");
        try (PooledProcess impatient = process(copy, "100ms")) {
            await().atMost(SOON)
                    .until(() -> ask("select pg_get_wal_replay_pause_state()").equals("paused"));

            sell(2);
            assertThat(heavyRead(impatient)).isEqualTo(new Answer(2, false));
        } finally {
            run(copy, "select pg_wal_replay_resume()");
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(heavyRead()).isEqualTo(new Answer(2, true)));
    }

    @Test
    void whileTheReplicaStandsStillTheyComeFromThePrimary() {
        assertThat(heavyRead()).isEqualTo(new Answer(1, true));

        replica.pause();
        try {
            sell(2);
            assertThat(heavyRead()).isEqualTo(new Answer(2, false));
            assertThat(heavyRead()).isEqualTo(new Answer(2, false));
        } finally {
            replica.resume();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(heavyRead()).isEqualTo(new Answer(2, true)));
    }

    @Test
    void withoutTheReplicaTheyComeFromThePrimary() {
        String nowhere = "jdbc:postgresql://127.0.0.1:" + LoopbackPort.free() + "/shop";
        try (PooledProcess alone =
                PooledProcess.on(primary.database("shop").jdbcUrl(), Map.of("sluice.database.replica.url", nowhere))) {
            assertThat(heavyRead(alone)).isEqualTo(new Answer(1, false));
            assertThat(heavyRead(alone)).isEqualTo(new Answer(1, false));
        }
    }

    @Test
    void aReplicaThatWasPromotedIsNoReplicaAnyMore() throws SQLException {
        try (PostgresServer promoted = primary.startReplica();
                PooledProcess other = process(promoted.database("shop"), PATIENT)) {
            assertThat(heavyRead(other)).isEqualTo(new Answer(1, true));

            run(promoted.database("shop"), "select pg_promote()");
            run(promoted.database("shop"), "update sales set total = 66");

            assertThat(heavyRead(other)).isEqualTo(new Answer(1, false));
        }
    }

    private static void run(PostgresDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(copy.jdbcUrl(), copy.username(), copy.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
