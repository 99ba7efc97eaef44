package dev.sluice.adapters.web.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.application.access.IssuedApiKey;
import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key.
 *
 * @param creatorId whose things are there for its holder; missing for operations
 * @param replacedUntil until when it works on beside its successor
 * @param key the key itself: shown in this one answer and kept nowhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyResponse(
        UUID keyId,
        String label,
        @Nullable UUID creatorId,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant replacedUntil,
        @Nullable Instant revokedAt,
        @Nullable String key) {

    static ApiKeyResponse of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyResponse of(IssuedApiKey issued) {
        return of(issued.key(), issued.token().text());
    }

    private static ApiKeyResponse of(ApiKey key, @Nullable String text) {
        CreatorId creator = key.caller().owner().creator();
        return new ApiKeyResponse(
                key.id().value(),
                key.label(),
                creator == null ? null : creator.value(),
                key.scopes().stream().map(Scope::text).sorted().toList(),
                key.createdAt(),
                key.expiresAt(),
                key.replacedUntil(),
                key.revokedAt(),
                text);
    }
}
