package dev.sluice.adapters.web.access.jwt;

import dev.sluice.adapters.web.access.Credentials;
import dev.sluice.adapters.web.access.Verified;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.failure.RetryableFailure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens of an issuer that is trusted to say on whose behalf their holders call, and with which scopes. */
record JwtCredentials(JwtDecoder decoder, String sellerClaim) implements Credentials {

    private static final Pattern SPACE = Pattern.compile(" ");

    /** A token has three parts; what has not is left to others at once. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){2}");

    @Override
    public Optional<Verified> verify(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            Jwt jwt = decoder.decode(token);
            return caller(jwt).map(caller -> new Verified(caller, holder(jwt, caller)));
        } catch (BadJwtException refused) {
            return Optional.empty();
        } catch (JwtException unanswered) {
            throw new RetryableFailure("the issuer's keys cannot be read", unanswered);
        }
    }

    /** Its subject, however many tokens were issued to it; all without one that call for the same owner are one. */
    private static String holder(Jwt jwt, Caller caller) {
        String subject = jwt.getSubject();
        return subject == null ? "owner:" + caller.owner().principal() : "subject:" + subject;
    }

    private Optional<Caller> caller(Jwt jwt) {
        Set<Scope> scopes = scopes(jwt);
        if (jwt.getClaims().containsKey(sellerClaim)) {
            Set<Scope> sellers = new HashSet<>(scopes);
            sellers.remove(Scope.OPERATIONS);
            return UuidText.find(String.valueOf(jwt.getClaims().get(sellerClaim)))
                    .map(id -> new Caller(new Owner.Seller(new CreatorId(id)), sellers));
        }
        return scopes.contains(Scope.OPERATIONS)
                ? Optional.of(new Caller(Owner.operations(), scopes))
                : Optional.empty();
    }

    /** As RFC 8693 spells them: one text with spaces. Those of other services are none here. */
    private static Set<Scope> scopes(Jwt jwt) {
        @Nullable String claimed = jwt.getClaims().get("scope") instanceof String text ? text : null;
        return claimed == null
                ? Set.of()
                : Arrays.stream(SPACE.split(claimed))
                        .flatMap(scope -> Scope.find(scope).stream())
                        .collect(Collectors.toSet());
    }
}
