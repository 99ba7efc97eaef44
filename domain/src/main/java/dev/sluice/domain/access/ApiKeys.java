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

    /**
     * Lets a key work on until a time, unless it ends sooner, since a successor takes its place. Whoever revokes it at the
     * same time does so wholly before or wholly after.
     *
     * @return false if there is no such key or it is of no use now: then nothing is changed
     */
    boolean replace(ApiKeyId id, Instant now, Instant until);

    /**
     * Revokes a key for good; one that was revoked before stays so since then.
     *
     * @return false if there is no such key
     */
    boolean revoke(ApiKeyId id, Instant at);
}
