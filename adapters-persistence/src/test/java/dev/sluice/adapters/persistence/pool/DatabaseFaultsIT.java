package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresOptions;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of those who want a connection while the database fails, and afterwards. */
@Tag("processes")
class DatabaseFaultsIT {

    /** Much more than it takes: the machine may be busy. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private PostgresServer started(int port) {
        return PostgresServer.start(PostgresOptions.defaults()
                .withDataFolder(folder.resolve("server"))
                .withPort(port));
    }

    private static void awaitAnswer(PooledProcess process) {
        await().atMost(SOON).until(process::answers);
    }

    private static void nothingIsLeftOver(PooledProcess process) {
        await().atMost(SOON).until(() -> process.figures().inUse() == 0);
        assertThat(process.figures().waiting()).isZero();
        assertThat(process.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(process.database()
                        .fetchSingle("select count(*) from pg_stat_activity where state like 'idle in transaction%'")
                        .get(0, Integer.class))
                .isZero();
    }

    @Test
    void whileItIsDownEverybodyIsRefusedAtOnceAndOnceItIsBackServed() {
        PostgresServer first = started(0);
        int port = first.port();
        PostgresDatabase shop = first.database("shop");
        try (PooledProcess process = PooledProcess.on(shop.jdbcUrl())) {
            awaitAnswer(process);
            first.close();
            // Whoever finds a dead connection fails by it; then none is left and none can be opened.
            await().atMost(SOON)
                    .until(() -> !process.answers() && process.figures().capacity() == 0);

            assertThat(process.figures().cannotConnect()).isTrue();
            for (Urgency urgency : Urgency.values()) {
                assertThatThrownBy(() ->
                                Work.of(urgency).run(() -> process.database().execute("select 1")))
                        .isInstanceOf(Overloaded.class)
                        .hasMessage("the database is out of reach");
            }
            assertThatThrownBy(() -> process.transactions().run(() -> {}))
                    .isInstanceOf(Overloaded.class)
                    .hasMessage("the database is out of reach");

            try (PostgresServer second = started(port)) {
                assertThat(second.port()).isEqualTo(port);
                awaitAnswer(process);
                assertThat(process.figures().cannotConnect()).isFalse();
                assertThat(process.figures().capacity()).isEqualTo(4);
                nothingIsLeftOver(process);
            }
        }
    }

    @Test
    void aProcessStartsWhileItIsAwayAndServesOnceItIsThere() {
        int port = LoopbackPort.free();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (PooledProcess process = PooledProcess.on(url)) {
            assertThat(process.answers()).isFalse();

            try (PostgresServer server = started(port)) {
                assertThat(server.port()).isEqualTo(port);
                awaitAnswer(process);
                nothingIsLeftOver(process);
            }
        }
    }

    @Test
    void whileItStandsStillNobodyWaitsBeyondTheDeadline() {
        try (PostgresServer server = started(0);
                PooledProcess process = PooledProcess.on(server.database("shop").jdbcUrl())) {
            awaitAnswer(process);
            List<CompletableFuture<Integer>> reads;
            server.pause();
            try {
                reads = Stream.generate(() -> process.reading(DEADLINE))
                        .limit(40)
                        .toList();

                assertThat(reads)
                        .allSatisfy(read -> assertThat(read)
                                .failsWithin(SOON)
                                .withThrowableThat()
                                .withCauseInstanceOf(RetryableFailure.class));
            } finally {
                server.resume();
            }
            awaitAnswer(process);
            nothingIsLeftOver(process);
        }
    }

    @Test
    void aTransactionThatARestartInterruptsFailsAndLeavesNothing() {
        PostgresServer first = started(0);
        int port = first.port();
        PostgresDatabase shop = first.database("shop");
        try (PooledProcess process = PooledProcess.on(shop.jdbcUrl())) {
            process.database().execute("create table kept (id int)");
            List<PostgresServer> second = new ArrayList<>();

            assertThatThrownBy(() -> process.transactions().run(() -> {
                        process.database().execute("insert into kept values (1)");
                        first.close();
                        second.add(started(port));
                        process.database().execute("insert into kept values (2)");
                    }))
                    .isInstanceOf(RetryableFailure.class);

            try (PostgresServer restarted = second.getFirst()) {
                assertThat(restarted.port()).isEqualTo(port);
                awaitAnswer(process);
                assertThat(process.database()
                                .fetchSingle("select count(*) from kept")
                                .get(0, Integer.class))
                        .isZero();
                nothingIsLeftOver(process);
            }
        }
    }

    @Test
    void withoutFreeConnectionsThoseThereAreServeAll() throws SQLException {
        try (PostgresServer server = started(0);
                PooledProcess process = PooledProcess.on(
                        server.database("shop").jdbcUrl(), Map.of("spring.datasource.hikari.minimum-idle", 1))) {
            awaitAnswer(process);
            List<Connection> others = all(server.database("shop"));
            try {
                // The pool wants more than it has, and cannot have any.
                List<CompletableFuture<Integer>> reads =
                        Stream.generate(() -> process.reading(SOON)).limit(200).toList();
                assertThat(reads).allSatisfy(read -> assertThat(read).succeedsWithin(SOON));
            } finally {
                for (Connection other : others) {
                    other.close();
                }
            }
            await().atMost(SOON)
                    .until(() -> process.answers() && process.figures().capacity() == 4);
            nothingIsLeftOver(process);
        }
    }

    private static List<Connection> all(PostgresDatabase database) {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < 1_000) {
                taken.add(DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password()));
            }
        } catch (SQLException full) {
            assertThat(full.getSQLState()).isEqualTo("53300");
        }
        return taken;
    }

    /** The second server stands for the promoted one: it is found, and no replication is shown. */
    @Test
    void theNextServerOfTheUrlIsTakenWhenTheFirstIsGone() {
        PostgresServer first = started(0);
        try (PostgresServer second = PostgresServer.start()) {
            first.database("shop");
            second.database("shop");
            String url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/shop?targetServerType=primary"
                    .formatted(first.port(), second.port());
            try (PooledProcess process = PooledProcess.on(url)) {
                awaitAnswer(process);
                assertThat(port(process)).isEqualTo(first.port());

                first.close();

                awaitAnswer(process);
                assertThat(port(process)).isEqualTo(second.port());
                nothingIsLeftOver(process);
            }
        }
    }

    private static int port(PooledProcess process) {
        return process.database().fetchSingle("select inet_server_port()").get(0, Integer.class);
    }

    @Test
    void aServerThatHasBecomeAStandbyIsLeft() {
        try (PostgresServer server = started(0);
                PooledProcess process = PooledProcess.on(
                        server.database("shop").jdbcUrl(), Map.of("sluice.database.api.connections", "1"))) {
            int demoted = process.transactions().call(() -> {
                process.database().execute("set session characteristics as transaction read only");
                return pid(process);
            });

            assertThatThrownBy(() -> process.database().execute("create table written (id int)"))
                    .isInstanceOf(RetryableFailure.class);
            process.database().execute("create table written (id int)");

            assertThat(pid(process)).isNotEqualTo(demoted);
        }
    }

    private static int pid(PooledProcess process) {
        return process.database().fetchSingle("select pg_backend_pid()").get(0, Integer.class);
    }
}
