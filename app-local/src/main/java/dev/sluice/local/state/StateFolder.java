package dev.sluice.local.state;

import dev.sluice.embedded.process.Folders;
import dev.sluice.local.console.PlainFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The folder of one local run: its database, mails, invoices and logs. One process at a time uses it. */
public final class StateFolder {
    private final Path path;
    // Held until the process ends: the operating system gives it back even after a kill.
    private final FileChannel lock;

    private StateFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The folder that the environment names, {@code .sluice} otherwise. */
    public static Path location(Map<String, String> environment) {
        String value = environment.getOrDefault("SLUICE_STATE_FOLDER", "");
        return Path.of(value.isBlank() ? ".sluice" : value);
    }

    /**
     * Takes the folder for this process, making it if it is missing.
     *
     * @throws PlainFailure if another process uses it
     */
    public static StateFolder claim(Path path) {
        var folder = new StateFolder(Folders.make(path), openLock(path));
        if (!folder.locked()) {
            throw new PlainFailure(
                    "Sluice already runs on the state folder %s: stop it first, or set SLUICE_STATE_FOLDER"
                            .formatted(path));
        }
        return folder;
    }

    /** Whether a process uses the folder now. */
    public static boolean isInUse(Path path) {
        if (Files.notExists(path)) {
            return false;
        }
        try (FileChannel channel = openLock(path);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the state folder " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return Folders.make(path.resolve("logs"));
    }

    public Path mails() {
        return path.resolve("mails");
    }

    public Path invoices() {
        return Folders.make(path.resolve("invoices"));
    }

    /** Copies of the programs that run, so that a build meanwhile does not pull them from under their processes. */
    public Path programs() {
        return Folders.make(path.resolve("programs"));
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    private boolean locked() {
        try {
            return lock.tryLock() != null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the state folder " + path, e);
        }
    }

    private static FileChannel openLock(Path path) {
        try {
            return FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the lock of the state folder " + path, e);
        }
    }
}
