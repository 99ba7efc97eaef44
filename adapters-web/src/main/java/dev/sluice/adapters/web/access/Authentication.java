package dev.sluice.adapters.web.access;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.RefusedException;
import dev.sluice.domain.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells once for each request who calls. */
final class Authentication {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String SCHEME = "Bearer ";

    private final List<Credentials> accepted;

    Authentication(List<Credentials> accepted) {
        this.accepted = List.copyOf(accepted);
    }

    /**
     * The caller, or null if the request brings no credential.
     *
     * @throws RefusedException if it brings one that is not good
     */
    @Nullable
    Caller caller(HttpServletRequest request) {
        String credential = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credential == null) {
            return null;
        }
        if (request.getAttribute(ATTRIBUTE) instanceof Caller known) {
            return known;
        }
        Caller caller = token(credential).flatMap(this::verify).orElseThrow(() -> bad().asException());
        request.setAttribute(ATTRIBUTE, caller);
        return caller;
    }

    private Optional<Caller> verify(String token) {
        for (Credentials credentials : accepted) {
            Optional<Caller> caller = credentials.verify(token);
            if (caller.isPresent()) {
                return caller;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> token(String credential) {
        return credential.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(credential.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** The same for all that may be wrong: whoever tries learns nothing. */
    private static Refusal bad() {
        return Refusal.of(ProblemType.UNAUTHENTICATED, "The credential is unknown, has expired or was revoked.")
                .challenge("Bearer realm=\"sluice\", error=\"invalid_token\"");
    }

    static Refusal missing() {
        return Refusal.of(ProblemType.UNAUTHENTICATED, "Send an API key as a bearer token.")
                .challenge("Bearer realm=\"sluice\"");
    }
}
