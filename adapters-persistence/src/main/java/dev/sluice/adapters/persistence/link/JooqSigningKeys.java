package dev.sluice.adapters.persistence.link;

import static dev.sluice.adapters.persistence.schema.Tables.SIGNING_KEYS;

import dev.sluice.domain.link.SigningKey;
import dev.sluice.domain.link.SigningKeys;
import java.util.List;
import org.jooq.DSLContext;

/** Signing keys in PostgreSQL. */
final class JooqSigningKeys implements SigningKeys {

    private final DSLContext database;

    JooqSigningKeys(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<SigningKey> newest() {
        return database.selectFrom(SIGNING_KEYS)
                .orderBy(SIGNING_KEYS.GENERATION.desc())
                .limit(KEPT)
                .fetch(row -> new SigningKey(row.getGeneration(), row.getSecret(), row.getMadeAt()));
    }

    @Override
    public void add(SigningKey key) {
        database.insertInto(SIGNING_KEYS)
                .set(SIGNING_KEYS.GENERATION, key.generation())
                .set(SIGNING_KEYS.SECRET, key.secret())
                .set(SIGNING_KEYS.MADE_AT, key.madeAt())
                .onConflictDoNothing()
                .execute();
        database.deleteFrom(SIGNING_KEYS)
                .where(SIGNING_KEYS.GENERATION.le(key.generation() - KEPT))
                .execute();
    }
}
