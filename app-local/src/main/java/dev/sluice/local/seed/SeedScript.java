package dev.sluice.local.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** A file of SQL statements beside this class. */
record SeedScript(String file) {

    /** Runs all statements, in one transaction unless the connection says otherwise. */
    void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text());
        }
    }

    private String text() {
        try (InputStream input = Objects.requireNonNull(SeedScript.class.getResourceAsStream(file))) {
            return new String(input.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
