package dev.sluice.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is on record, which is not enough to use it.
 *
 * @param label what its holder calls it
 * @param caller who calls with it
 * @param expiresAt from when on it is of no use, or null if it does not expire
 * @param revokedAt when it was revoked, or null if it was not
 */
public record ApiKey(
        ApiKeyId id,
        String label,
        Caller caller,
        KeyDigest digest,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        if (label.isBlank() || label.codePointCount(0, label.length()) > 100) {
            throw new IllegalArgumentException("a label has 1 to 100 characters");
        }
        if (caller.scopes().isEmpty()) {
            throw new IllegalArgumentException("a key without any scope is of no use");
        }
    }

    /** A new key for a token. */
    public static ApiKey issued(
            ApiKeyToken token, String label, Caller caller, Instant now, @Nullable Instant expiresAt) {
        return new ApiKey(token.id(), label, caller, token.digest(), now, expiresAt, null);
    }

    /** A new key with the rights of this one, and as long a life from now on. */
    public ApiKey successor(ApiKeyToken token, Instant now) {
        Instant expiry = expiresAt == null ? null : now.plus(Duration.between(createdAt, expiresAt));
        return issued(token, label, caller, now, expiry);
    }

    public Set<Scope> scopes() {
        return caller.scopes();
    }

    public boolean isUsableAt(Instant time) {
        return revokedAt == null && (expiresAt == null || time.isBefore(expiresAt));
    }
}
