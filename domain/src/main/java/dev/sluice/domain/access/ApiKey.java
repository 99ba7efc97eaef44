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
 * @param replacedUntil from when on it is of no use since a successor took its place, or null if none did
 * @param revokedAt when it was revoked, or null if it was not
 */
public record ApiKey(
        ApiKeyId id,
        String label,
        Caller caller,
        KeyDigest digest,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant replacedUntil,
        @Nullable Instant revokedAt) {

    public ApiKey {
        if (label.isBlank() || label.codePointCount(0, label.length()) > 100) {
            throw new IllegalArgumentException("a label has 1 to 100 characters");
        }
    }

    /**
     * A new key for a token. One that is on record may be without any scope that this release knows; a new one may not.
     */
    public static ApiKey issued(
            ApiKeyToken token, String label, Caller caller, Instant now, @Nullable Instant expiresAt) {
        if (caller.scopes().isEmpty()) {
            throw new IllegalArgumentException("a key without any scope is of no use");
        }
        return new ApiKey(token.id(), label, caller, token.digest(), now, expiresAt, null, null);
    }

    /** A new key with the rights of this one, and as long a life from now on. */
    public ApiKey successor(ApiKeyToken token, Instant now) {
        Instant expiry = expiresAt == null ? null : now.plus(Duration.between(createdAt, expiresAt));
        return issued(token, label, caller, now, expiry);
    }

    /** The same key with a successor: it works on until a time, or until the end of an earlier grace. */
    public ApiKey replaced(Instant until) {
        Instant end = isBefore(until, replacedUntil) ? until : replacedUntil;
        return new ApiKey(id, label, caller, digest, createdAt, expiresAt, end, revokedAt);
    }

    /** The same key revoked, unless it was so before. */
    public ApiKey revoked(Instant at) {
        Instant since = revokedAt == null ? at : revokedAt;
        return new ApiKey(id, label, caller, digest, createdAt, expiresAt, replacedUntil, since);
    }

    public Set<Scope> scopes() {
        return caller.scopes();
    }

    public boolean isUsableAt(Instant time) {
        return revokedAt == null && isBefore(time, expiresAt) && isBefore(time, replacedUntil);
    }

    private static boolean isBefore(Instant time, @Nullable Instant end) {
        return end == null || time.isBefore(end);
    }
}
