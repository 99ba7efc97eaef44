package dev.sluice.domain.access;

import dev.sluice.domain.id.Ids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Believable API keys, each with an id of its own. */
public final class SampleKeys {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final SecureRandom RANDOM = new SecureRandom();

    private SampleKeys() {}

    public static ApiKeyToken token() {
        return ApiKeyToken.generate(new ApiKeyId(IDS.next()), RANDOM);
    }

    public static ApiKey key(Owner owner, Scope... scopes) {
        return key(token(), owner, null, scopes);
    }

    public static ApiKey key(ApiKeyToken token, Owner owner, @Nullable Instant expiresAt, Scope... scopes) {
        return ApiKey.issued(token, "Nightly import", new Caller(owner, Set.of(scopes)), NOW, expiresAt);
    }
}
