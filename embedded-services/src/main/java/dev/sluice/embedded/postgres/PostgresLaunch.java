package dev.sluice.embedded.postgres;

import dev.sluice.embedded.process.LoopbackPort;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One start of a server: the settings it runs with and the clearing of what an earlier one left. */
record PostgresLaunch(PostgresVersion version, int port, PostgresFolder folder, Map<String, String> settings) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The library starts every server with fsync off; data that is kept needs it on. */
    private static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on");

    private static final Map<String, String> FAST =
            Map.of("full_page_writes", "off", "wal_level", "minimal", "max_wal_senders", "0");

    static PostgresLaunch of(PostgresOptions options) {
        PostgresFolder folder = PostgresFolder.of(options.dataFolder());
        return new PostgresLaunch(
                options.version(), LoopbackPort.orFree(options.port()), folder, folder.temporary() ? FAST : DURABLE);
    }

    /** A start on temporary data that follows a primary: it must not allow itself less than that one does. */
    static PostgresLaunch ofReplica(PostgresVersion version) {
        return new PostgresLaunch(version, LoopbackPort.free(), PostgresFolder.of(Optional.empty()), Map.of());
    }

    EmbeddedPostgres run() {
        try {
            return builder().start();
        } catch (IOException e) {
            folder.release();
            throw new UncheckedIOException("PostgreSQL did not start, see " + folder.log(), e);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        var builder = EmbeddedPostgres.builder()
                .setPgBinaryResolver(binaries())
                .setPort(port)
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(PostgresLaunch::endOrphan)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LIMIT)
                .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                .setServerConfig("listen_addresses", LoopbackPort.HOST)
                .setServerConfig("unix_socket_directories", "");
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    private PgBinaryResolver binaries() {
        return switch (version) {
            case OLDEST -> OldestPostgresBinaries.INSTANCE;
            case NEWEST -> DefaultPostgresBinaryResolver.INSTANCE;
        };
    }

    /** Called while this JVM holds the folder's lock, so a server found there has lost its owner. */
    private static void endOrphan(File data) {
        Postmaster.end(data.toPath());
    }
}
