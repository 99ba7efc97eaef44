package dev.sluice.domain.access;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** All API keys, ended ones included. Safe for use by many threads; joins the caller's transaction. */
public interface ApiKeys {

    /** @throws RuntimeException if the key's creator is not on record */
    void add(ApiKey key);

    Optional<ApiKey> find(ApiKeyId id);

    /** The keys of all owners, newest first. */
    Page<ApiKey> list(PageRequest page);

    /** Lets a key expire at a time, unless it does so sooner. Does nothing where there is no such key. */
    void expire(ApiKeyId id, Instant at);

    /**
     * Revokes a key for good; one that was revoked before stays so since then.
     *
     * @return false if there is no such key
     */
    boolean revoke(ApiKeyId id, Instant at);
}
