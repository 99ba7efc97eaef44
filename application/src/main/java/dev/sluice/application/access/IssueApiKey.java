package dev.sluice.application.access;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a key for a seller or for operations. */
public final class IssueApiKey {

    private final ApiKeys keys;
    private final Creators creators;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public IssueApiKey(ApiKeys keys, Creators creators, Ids ids, InstantSource clock) {
        this.keys = keys;
        this.creators = creators;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param expiresAt from when on it is of no use, or null if it does not expire
     * @return the key, or empty if the seller is not on record
     */
    public Optional<IssuedApiKey> issue(String label, Caller caller, @Nullable Instant expiresAt) {
        CreatorId seller = caller.owner().creator();
        if (seller != null && creators.find(seller).isEmpty()) {
            return Optional.empty();
        }
        ApiKeyToken token = ApiKeyToken.generate(new ApiKeyId(ids.next()), random);
        ApiKey key = ApiKey.issued(token, label, caller, clock.instant(), expiresAt);
        keys.add(key);
        return Optional.of(new IssuedApiKey(key, token));
    }
}
