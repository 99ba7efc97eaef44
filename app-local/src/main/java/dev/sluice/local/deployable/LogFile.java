package dev.sluice.local.deployable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of one run of a deployable. */
public record LogFile(Path path) {
    private static final int TAIL = 25;

    /** Begins anew: what an earlier run wrote goes. */
    void clear() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + path, e);
        }
    }

    /** The last lines, indented below the name of the file. */
    public String told() {
        List<String> lines = lines();
        List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        return "The end of " + path + ":\n" + String.join("\n", tail).indent(4).stripTrailing();
    }

    private List<String> lines() {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            return List.of("no log: " + e.getMessage());
        }
    }
}
