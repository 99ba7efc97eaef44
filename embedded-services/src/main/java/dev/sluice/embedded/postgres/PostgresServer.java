package dev.sluice.embedded.postgres;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.Signal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A PostgreSQL server of this JVM's own, its data temporary or kept in a folder. Closing it ends its processes; the
 * exit of the JVM closes it too. Methods are safe to call from any thread.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USERNAME = "postgres";
    /** The server trusts every loopback client, so any password passes. */
    private static final String PASSWORD = "postgres";

    private final PostgresVersion version;
    private final PostgresFolder folder;
    private final EmbeddedPostgres server;

    private PostgresServer(PostgresVersion version, PostgresFolder folder, EmbeddedPostgres server) {
        this.version = version;
        this.folder = folder;
        this.server = server;
    }

    /** Starts the newest version on a free port with temporary data. */
    public static PostgresServer start() {
        return start(PostgresOptions.defaults());
    }

    /**
     * Starts a server. A server that a killed JVM left behind on the data folder is ended first.
     *
     * @throws dev.sluice.embedded.process.PortTakenException when the port is taken
     * @throws IllegalStateException when another live JVM uses the data folder
     */
    public static PostgresServer start(PostgresOptions options) {
        var launch = PostgresLaunch.of(options);
        var server = new PostgresServer(launch.version(), launch.folder(), launch.run());
        AtExit.close(server);
        return server;
    }

    /**
     * Starts a replica of this server, which answers reads and follows what is written here, on a free port with temporary
     * data. Only a server with a data folder writes down what a replica needs.
     */
    public PostgresServer startReplica() {
        var launch = PostgresLaunch.ofReplica(version);
        try (var connection = server.getPostgresDatabase().getConnection()) {
            new ReplicaData(folder.data(), launch.folder().data())
                    .copy(connection, ReplicaData.following(port(), USERNAME));
        } catch (SQLException | IOException e) {
            launch.folder().release();
            throw new IllegalStateException("Cannot copy the data for a replica", e);
        }
        var replica = new PostgresServer(version, launch.folder(), launch.run());
        AtExit.close(replica);
        return replica;
    }

    /** The server of that version which all tests of this JVM use together; do not close it. */
    public static PostgresServer shared(PostgresVersion version) {
        return SharedPostgres.of(version);
    }

    /** The version this server runs. */
    public PostgresVersion version() {
        return version;
    }

    /** The port this server listens on. */
    public int port() {
        return server.getPort();
    }

    /** A fresh, empty database. */
    public PostgresDatabase newDatabase() {
        String name = freshName();
        execute("CREATE DATABASE " + name);
        return named(name);
    }

    /** A fresh copy of the template, to which nobody may be connected. */
    public PostgresDatabase newDatabase(PostgresDatabase template) {
        String name = freshName();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template.name());
        return named(name);
    }

    /**
     * The database of that name, created if it is missing.
     *
     * @throws IllegalArgumentException when the name is no plain lower-case identifier
     */
    public PostgresDatabase database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        if (!exists(name)) {
            execute("CREATE DATABASE " + name);
        }
        return named(name);
    }

    /** Suspends all processes of the server: its connections stay open, and nothing is answered until it resumes. */
    public void pause() {
        Postmaster.signal(folder.data(), Signal.STOP);
    }

    /** Ends a {@link #pause()}. */
    public void resume() {
        Postmaster.signal(folder.data(), Signal.CONT);
    }

    @Override
    public void close() {
        AtExit.forget(this);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL", e);
        } finally {
            folder.release();
        }
    }

    private PostgresDatabase named(String name) {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPort.HOST, port(), name);
        return new PostgresDatabase(name, url, USERNAME, PASSWORD);
    }

    private static String freshName() {
        return "db_" + UUID.randomUUID().toString().replace('-', '_');
    }

    private boolean exists(String name) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot look for the database " + name, e);
        }
    }

    private void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }
}
