package dev.sluice.domain.access;

import java.util.Set;

/** Somebody whose credential was verified. */
public record Caller(Owner owner, Set<Scope> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
        if (scopes.contains(Scope.OPERATIONS) && owner.creator() != null) {
            throw new IllegalArgumentException("a seller has no part in operations");
        }
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
