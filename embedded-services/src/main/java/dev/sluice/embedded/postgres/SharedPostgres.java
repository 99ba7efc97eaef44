package dev.sluice.embedded.postgres;

import java.util.EnumMap;
import java.util.Map;

/** The servers that all tests of one JVM use together, one per version, started on first use. */
final class SharedPostgres {
    private static final Map<PostgresVersion, PostgresServer> SERVERS = new EnumMap<>(PostgresVersion.class);

    private SharedPostgres() {}

    static PostgresServer of(PostgresVersion version) {
        synchronized (SERVERS) {
            return SERVERS.computeIfAbsent(version, SharedPostgres::start);
        }
    }

    private static PostgresServer start(PostgresVersion version) {
        return PostgresServer.start(PostgresOptions.defaults().withVersion(version));
    }
}
