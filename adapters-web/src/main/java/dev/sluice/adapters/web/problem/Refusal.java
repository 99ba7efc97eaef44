package dev.sluice.adapters.web.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not carried out.
 *
 * @param status the HTTP status, which the type need not know: Tomcat has more of them than there are types
 * @param type null where nothing but the status is to say
 * @param challenge what {@code WWW-Authenticate} says, or null where no credential is asked for
 * @param retryAfter after which time it may be different, or null if time alone changes nothing
 */
public record Refusal(
        int status,
        @Nullable ProblemType type,
        String detail,
        List<Violation> errors,
        @Nullable String challenge,
        @Nullable Duration retryAfter) {

    public Refusal {
        errors = List.copyOf(errors);
    }

    public static Refusal of(ProblemType type, String detail) {
        return new Refusal(type.status(), type, detail, List.of(), null, null);
    }

    /** @param what the thing that was asked for, such as {@code order} */
    public static Refusal notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** An invalid request, with all that is wrong with it. */
    public static Refusal invalid(List<Violation> errors) {
        String detail = errors.size() == 1 ? "One value is invalid." : errors.size() + " values are invalid.";
        return of(ProblemType.INVALID_REQUEST, detail).with(errors);
    }

    public static Refusal invalid(Violation error) {
        return invalid(List.of(error));
    }

    /** A refusal of which only the status is known. */
    static Refusal ofStatus(int status) {
        return new Refusal(status, ProblemType.only(status).orElse(null), "", List.of(), null, null);
    }

    public Refusal with(List<Violation> found) {
        return new Refusal(status, type, detail, found, challenge, retryAfter);
    }

    public Refusal with(Violation found) {
        return with(List.of(found));
    }

    public Refusal challenge(String text) {
        return new Refusal(status, type, detail, errors, text, retryAfter);
    }

    public Refusal retryAfter(Duration time) {
        return new Refusal(status, type, detail, errors, challenge, time);
    }

    public RefusedException asException() {
        return new RefusedException(this);
    }
}
