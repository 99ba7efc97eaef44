package dev.sluice.embedded.postgres;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to start a {@link PostgresServer}.
 *
 * @param port the port, 0 for a free one
 * @param dataFolder where data is kept from one start to the next; without it data is temporary
 */
public record PostgresOptions(PostgresVersion version, int port, Optional<Path> dataFolder) {

    /** The newest version on a free port with temporary data. */
    public static PostgresOptions defaults() {
        return new PostgresOptions(PostgresVersion.NEWEST, 0, Optional.empty());
    }

    /** These options with another version. */
    public PostgresOptions withVersion(PostgresVersion changed) {
        return new PostgresOptions(changed, port, dataFolder);
    }

    /** These options with another port. */
    public PostgresOptions withPort(int changed) {
        return new PostgresOptions(version, changed, dataFolder);
    }

    /** These options with durable data in the folder. */
    public PostgresOptions withDataFolder(Path folder) {
        return new PostgresOptions(version, port, Optional.of(folder));
    }
}
