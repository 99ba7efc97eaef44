package dev.sluice.adapters.web.apikey;

import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.adapters.web.validation.Foreseeable;
import dev.sluice.adapters.web.validation.Id;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody needs.
 *
 * @param label what its holder calls it
 * @param creatorId whose things are there for its holder; missing only for a key of operations, for whom all are
 * @param scopes what it opens: {@code catalogue}, {@code orders}, {@code channel}, {@code jobs}, {@code webhooks},
 *     and {@code operations} where, and only where, no creator is named
 * @param expiresAt from when on it is of no use; missing for a key that does not expire
 */
record NewApiKeyRequest(
        @NotNull(message = "is required") @Text(max = 100) String label,
        @Id @Nullable String creatorId,

        @NotNull(message = "is required")
        @Size(min = 1, max = 6, message = "must have {min} to {max} scopes")
        @ArraySchema(
                schema =
                        @Schema(allowableValues = {"catalogue", "orders", "channel", "jobs", "webhooks", "operations"}))
        List<@NotNull(message = "is required") String> scopes,

        @Future(message = "must be in the future") @Foreseeable @Nullable
        Instant expiresAt) {

    Caller caller() {
        Owner owner = Owner.of(creatorId == null ? null : new CreatorId(UuidText.parse(creatorId)));
        Set<Scope> granted = new HashSet<>();
        for (int index = 0; index < scopes.size(); index++) {
            granted.add(scope(index));
            if (granted.contains(Scope.OPERATIONS) && owner.creator() != null) {
                throw refused(index, "is never a creator's");
            }
        }
        if (owner.creator() == null && !granted.contains(Scope.OPERATIONS)) {
            throw refused("/creatorId", "required", "is required unless the key has the scope operations");
        }
        return new Caller(owner, granted);
    }

    private Scope scope(int index) {
        return Scope.find(scopes.get(index)).orElseThrow(() -> refused(index, "is not a scope"));
    }

    private static RuntimeException refused(int index, String detail) {
        return refused("/scopes/" + index, "invalid", detail);
    }

    private static RuntimeException refused(String pointer, String code, String detail) {
        return Refusal.invalid(Violation.ofBody(pointer, code, detail)).asException();
    }
}
