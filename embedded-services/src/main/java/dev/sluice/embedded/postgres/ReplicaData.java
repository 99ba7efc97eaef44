package dev.sluice.embedded.postgres;

import dev.sluice.embedded.process.LoopbackPort;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;

/** The data that a replica starts from: a copy of the running primary's, told to follow it. */
record ReplicaData(Path primary, Path replica) {

    /** By PostgreSQL's low-level base backup, as the embedded servers come without pg_basebackup. */
    void copy(Connection connection, String follow) throws SQLException, IOException {
        ask(connection, "SELECT pg_backup_start('replica', true)");
        Files.walkFileTree(primary, new Copying());
        Files.writeString(
                replica.resolve("backup_label"), ask(connection, "SELECT labelfile FROM pg_backup_stop(false)"));
        Files.createFile(replica.resolve("standby.signal"));
        Files.writeString(
                replica.resolve("postgresql.auto.conf"),
                "primary_conninfo = '" + follow + "'\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** How a replica finds its primary. */
    static String following(int port, String user) {
        return "host=%s port=%d user=%s".formatted(LoopbackPort.HOST, port, user);
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private final class Copying extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            // With its permissions: the server refuses data that others could read.
            Files.copy(folder, replica.resolve(primary.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.getFileName().toString().startsWith("postmaster.")) {
                copy(file, replica.resolve(primary.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        /** The primary goes on, so files come and go meanwhile. */
        private static void copy(Path file, Path copy) throws IOException {
            try {
                Files.copy(file, copy);
            } catch (NoSuchFileException gone) {
                Files.deleteIfExists(copy);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
