package dev.sluice.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.PortTakenException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresServerIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void eachVersionSaysWhichItIs(PostgresVersion version) throws SQLException {
        var database = PostgresServer.shared(version).newDatabase();

        assertThat(ask(database, "SHOW server_version")).startsWith(version.major() + ".");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("processes")
    void keptDataIsWrittenThroughAndOutlivesTheServer(PostgresVersion version) throws SQLException {
        var options = PostgresOptions.defaults().withVersion(version).withDataFolder(folder);
        int port;
        try (var server = PostgresServer.start(options)) {
            port = server.port();
            run(server.database("shop"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(LoopbackPort.accepts(port)).isFalse();
        assertThat(Postmaster.find(folder.resolve("data"))).isEmpty();

        try (var server = PostgresServer.start(options.withPort(port))) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(ask(server.database("shop"), "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(ask(server.database("shop"), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server.database("shop"), "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aFreshDatabaseIsACopyOfItsTemplate() throws SQLException {
        var server = PostgresServer.shared(PostgresVersion.NEWEST);
        var template = server.newDatabase();
        run(template, "CREATE TABLE migrated (id int)");

        var copy = server.newDatabase(template);
        run(copy, "INSERT INTO migrated VALUES (1)");

        assertThat(ask(copy, "SELECT count(*) FROM migrated")).isEqualTo("1");
        assertThat(ask(template, "SELECT count(*) FROM migrated")).isEqualTo("0");
    }

    @Test
    @Tag("processes")
    void aServerLeftBehindOnTheFolderIsReplaced() throws Exception {
        var options = PostgresOptions.defaults().withDataFolder(folder);
        var orphan = LeftBehindPostgres.start(folder);

        try (var server = PostgresServer.start(options)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(server.database("shop"), "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("processes")
    void aReplicaFollowsWhatIsWrittenHereAndTakesNoWrites(PostgresVersion version) throws SQLException {
        var options = PostgresOptions.defaults().withVersion(version).withDataFolder(folder);
        try (var primary = PostgresServer.start(options)) {
            run(primary.database("shop"), "CREATE TABLE kept AS SELECT 42 AS answer");
            try (var replica = primary.startReplica()) {
                var copy = replica.database("shop");
                assertThat(ask(copy, "SELECT answer FROM kept")).isEqualTo("42");

                run(primary.database("shop"), "UPDATE kept SET answer = 43");

                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() ->
                                assertThat(ask(copy, "SELECT answer FROM kept")).isEqualTo("43"));
                assertThatThrownBy(() -> run(copy, "DELETE FROM kept")).hasMessageContaining("read-only");
            }
        }
    }

    @Test
    void aPausedServerAnswersOnceItResumes() throws Exception {
        try (var server = PostgresServer.start();
                var connection = DriverManager.getConnection(
                        server.database("shop").jdbcUrl() + "?user=postgres&password=postgres")) {
            server.pause();
            assertThat(connection.isValid(1)).isFalse();
            server.resume();

            assertThat(ask(server.database("shop"), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        int taken = PostgresServer.shared(PostgresVersion.NEWEST).port();

        assertThatThrownBy(() -> PostgresServer.start(PostgresOptions.defaults().withPort(taken)))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining(Integer.toString(taken));
    }

    @Test
    void aDatabaseNameThatNeedsQuotingIsRefused() {
        var server = PostgresServer.shared(PostgresVersion.NEWEST);

        assertThatThrownBy(() -> server.database("a; drop")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void run(PostgresDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
