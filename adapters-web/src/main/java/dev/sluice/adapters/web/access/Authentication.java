package dev.sluice.adapters.web.access;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.RefusedException;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.failure.RetryableFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells once for each request who calls. */
public final class Authentication {

    private static final String ATTRIBUTE = Verified.class.getName();
    private static final String SCHEME = "Bearer ";

    private final List<Credentials> accepted;

    public Authentication(List<Credentials> accepted) {
        this.accepted = List.copyOf(accepted);
    }

    /**
     * The caller, or null if the request brings no credential.
     *
     * @throws RefusedException if it brings one that is not good
     * @throws RetryableFailure if that cannot be told now
     */
    @Nullable
    Caller caller(HttpServletRequest request) {
        Verified verified = verified(request);
        return verified == null ? null : verified.caller();
    }

    /**
     * Who holds the credential of a request, or null if it brings none that is good, or if that cannot be told now: what is
     * wrong is told by {@link CredentialFilter}.
     *
     * @return names the holder among all
     */
    public @Nullable String holder(HttpServletRequest request) {
        try {
            Verified verified = verified(request);
            return verified == null ? null : verified.holder();
        } catch (RefusedException | RetryableFailure notGood) {
            return null;
        }
    }

    private @Nullable Verified verified(HttpServletRequest request) {
        String credential = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credential == null) {
            return null;
        }
        Object known = request.getAttribute(ATTRIBUTE);
        if (known instanceof RuntimeException refusedOrUnanswered) {
            throw refusedOrUnanswered;
        }
        return known instanceof Verified verified ? verified : verified(credential, request);
    }

    private Verified verified(String credential, HttpServletRequest request) {
        try {
            Verified verified = verify(credential).orElseThrow(() -> bad().asException());
            request.setAttribute(ATTRIBUTE, verified);
            return verified;
        } catch (RefusedException | RetryableFailure refusedOrUnanswered) {
            request.setAttribute(ATTRIBUTE, refusedOrUnanswered);
            throw refusedOrUnanswered;
        }
    }

    /**
     * Whether the credential of a request that takes long is as good as it was; false too if that cannot be told now.
     * Processes that have just seen it remember it for a moment.
     */
    public boolean isStillGood(HttpServletRequest request) {
        String credential = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            return credential != null && verify(credential).isPresent();
        } catch (RetryableFailure unanswered) {
            return false;
        }
    }

    private Optional<Verified> verify(String credential) {
        return token(credential)
                .flatMap(token -> accepted.stream()
                        .flatMap(credentials -> credentials.verify(token).stream())
                        .findFirst());
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
        return Refusal.of(ProblemType.UNAUTHENTICATED, "Send an API key or a JSON Web Token as a bearer token.")
                .challenge("Bearer realm=\"sluice\"");
    }
}
