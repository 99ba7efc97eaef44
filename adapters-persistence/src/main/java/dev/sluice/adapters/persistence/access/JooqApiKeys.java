package dev.sluice.adapters.persistence.access;

import static dev.sluice.adapters.persistence.schema.Tables.API_KEYS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.adapters.persistence.schema.tables.records.ApiKeysRecord;
import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.KeyDigest;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** API keys in PostgreSQL. */
final class JooqApiKeys implements ApiKeys {

    private final DSLContext database;

    JooqApiKeys(DSLContext database) {
        this.database = database;
    }

    @Override
    public void add(ApiKey key) {
        ApiKeysRecord row = new ApiKeysRecord();
        row.setId(key.id().value());
        row.setLabel(key.label());
        row.setCreatorId(creator(key.caller().owner()));
        row.setScopes(key.scopes().stream().map(Scope::text).sorted().toArray(String[]::new));
        row.setSha256(key.digest().bytes());
        row.setCreatedAt(key.createdAt());
        row.setExpiresAt(key.expiresAt());
        row.setReplacedUntil(key.replacedUntil());
        row.setRevokedAt(key.revokedAt());
        database.insertInto(API_KEYS).set(row).execute();
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return database.selectFrom(API_KEYS).where(API_KEYS.ID.eq(id.value())).fetchOptional(JooqApiKeys::key);
    }

    @Override
    public Page<ApiKey> list(PageRequest page) {
        List<ApiKey> rows = database.selectFrom(API_KEYS)
                .where(Keyset.from(page, API_KEYS.ID))
                .orderBy(API_KEYS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(JooqApiKeys::key);
        return Page.cut(rows, page, key -> key.id().value());
    }

    /** PostgreSQL's {@code least} leaves null out. */
    @Override
    public boolean replace(ApiKeyId id, Instant now, Instant until) {
        return database.update(API_KEYS)
                        .set(API_KEYS.REPLACED_UNTIL, least(API_KEYS.REPLACED_UNTIL, val(until)))
                        .where(API_KEYS.ID.eq(id.value()))
                        .and(API_KEYS.REVOKED_AT.isNull())
                        .and(isAfter(API_KEYS.EXPIRES_AT, now))
                        .and(isAfter(API_KEYS.REPLACED_UNTIL, now))
                        .execute()
                == 1;
    }

    @Override
    public boolean revoke(ApiKeyId id, Instant at) {
        return database.update(API_KEYS)
                        .set(API_KEYS.REVOKED_AT, coalesce(API_KEYS.REVOKED_AT, val(at)))
                        .where(API_KEYS.ID.eq(id.value()))
                        .execute()
                == 1;
    }

    private static Condition isAfter(Field<Instant> end, Instant now) {
        return end.isNull().or(end.gt(now));
    }

    private static @Nullable UUID creator(Owner owner) {
        CreatorId creator = owner.creator();
        return creator == null ? null : creator.value();
    }

    private static ApiKey key(ApiKeysRecord row) {
        return new ApiKey(
                new ApiKeyId(row.getId()),
                row.getLabel(),
                caller(row),
                new KeyDigest(row.getSha256()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getReplacedUntil(),
                row.getRevokedAt());
    }

    /** A scope that a newer release has granted is none here. */
    private static Caller caller(ApiKeysRecord row) {
        UUID creator = row.getCreatorId();
        return new Caller(
                Owner.of(creator == null ? null : new CreatorId(creator)),
                Arrays.stream(row.getScopes())
                        .flatMap(scope -> Scope.find(scope).stream())
                        .collect(Collectors.toSet()));
    }
}
