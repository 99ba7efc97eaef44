package dev.sluice.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that embedded services make and remove. */
public final class Folders {
    private Folders() {}

    /** A new temporary folder. */
    public static Path temporary(String service) {
        try {
            return Files.createTempDirectory("sluice-" + service + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder for " + service, e);
        }
    }

    /** The folder, made together with its parents if it is missing. */
    public static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    /** Removes the folder with all it holds. */
    public static void delete(Path folder) {
        try (var content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the folder " + folder, e);
        }
    }
}
