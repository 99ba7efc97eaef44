package dev.sluice.application.access;

import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeys;
import java.time.InstantSource;

/** Ends a key at once. Processes that remember it let it pass for a moment more: {@link VerifyApiKey#REMEMBERED}. */
public final class RevokeApiKey {

    private final ApiKeys keys;
    private final InstantSource clock;

    public RevokeApiKey(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @return false if there is no such key */
    public boolean revoke(ApiKeyId id) {
        return keys.revoke(id, clock.instant());
    }
}
