package dev.sluice.embedded.postgres;

import dev.sluice.embedded.process.Folders;
import java.nio.file.Path;
import java.util.Optional;

/** Where a server keeps its data and its log; a temporary one goes with the server. */
record PostgresFolder(Path path, boolean temporary) {

    static PostgresFolder of(Optional<Path> dataFolder) {
        return dataFolder
                .map(kept ->
                        new PostgresFolder(Folders.make(kept.toAbsolutePath().normalize()), false))
                .orElseGet(() -> new PostgresFolder(Folders.temporary("postgres"), true));
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** Makes sure that no process is left on the folder, then removes it if it is temporary. */
    void release() {
        Postmaster.end(data());
        if (temporary) {
            Folders.delete(path);
        }
    }
}
