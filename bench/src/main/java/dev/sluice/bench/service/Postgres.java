package dev.sluice.bench.service;

import dev.sluice.embedded.postgres.PostgresOptions;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server of the benchmark's own with durable data and commits that wait for the disk.
 *
 * @param installed empty for the embedded server, which has no installation to count statements and to be killed
 */
public record Postgres(int port, Optional<InstalledPostgres> installed) {

    /** The user, who needs no password. */
    public static final String USERNAME = "postgres";

    /** @param options settings beside those of a fresh installation, for the installed server */
    public static Postgres start(List<String> options) {
        Path folder = Folders.temporary("bench-postgres");
        AtExit.close(() -> Folders.delete(folder));
        Optional<PostgresInstallation> installation = PostgresInstallation.find();
        if (installation.isEmpty()) {
            var server = PostgresServer.start(PostgresOptions.defaults().withDataFolder(folder));
            return new Postgres(server.port(), Optional.empty());
        }
        InstalledPostgres server = InstalledPostgres.start(installation.get(), folder, options);
        AtExit.close(server);
        return new Postgres(server.port(), Optional.of(server));
    }

    /** A fresh, empty database of that name, in place of an earlier one. */
    public String newDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USERNAME, USERNAME);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
            statement.execute("checkpoint");
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the database " + name, e);
        }
    }

    /** Whether a server lets anybody in; one that recovers from a crash accepts connections and does not. */
    static boolean answers(int port) {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), USERNAME, USERNAME)) {
            return !connection.isClosed();
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPort.HOST, port, database);
    }
}
