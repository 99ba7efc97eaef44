package dev.sluice.embedded.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Finds the oldest version's archive in this module's own resources, where the build puts it. */
final class OldestPostgresBinaries implements PgBinaryResolver {
    /** The library unpacks once per resolver instance. */
    static final OldestPostgresBinaries INSTANCE = new OldestPostgresBinaries();

    private OldestPostgresBinaries() {}

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        String archive = "/postgres-oldest/postgres-%s-%s.txz"
                .formatted(system.toLowerCase(Locale.ROOT), ArchUtils.normalize(machineHardware));
        InputStream content = OldestPostgresBinaries.class.getResourceAsStream(archive);
        if (content == null) {
            throw new FileNotFoundException("No PostgreSQL for this platform: " + archive);
        }
        return content;
    }
}
