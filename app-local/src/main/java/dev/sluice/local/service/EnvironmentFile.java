package dev.sluice.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of {@code export} lines that a shell can read, so that a deployable can be started by hand. */
public record EnvironmentFile(Path path) {
    private static final String PREFIX = "export ";

    /** The lines for these variables, in the order of their names. */
    public static List<String> lines(Map<String, String> environment) {
        return environment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> PREFIX + variable.getKey() + "='" + variable.getValue() + "'")
                .toList();
    }

    /** Writes the variables for nobody but the owner's eyes. */
    public void write(Map<String, String> environment) {
        try {
            Files.write(path, lines(environment));
            Files.setPosixFilePermissions(
                    path, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /** The variables as they were written. */
    public Map<String, String> read() {
        try {
            Map<String, String> environment = new HashMap<>();
            Files.readAllLines(path).forEach(line -> {
                int equals = line.indexOf('=');
                environment.put(line.substring(PREFIX.length(), equals), line.substring(equals + 2, line.length() - 1));
            });
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
