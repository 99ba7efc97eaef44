package dev.sluice.adapters.web.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of problem. A kind is named by its {@link #uri()}, a relative URI such as {@code /problems/sold-out} that
 * stays the same for good: clients decide by it, people read the title.
 */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is invalid"),
    UNAUTHENTICATED(401, "A valid credential is required"),
    SCOPE_REQUIRED(403, "The credential does not reach so far"),
    ORIGIN_NOT_ALLOWED(403, "The page may not use the API"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be answered"),
    SOLD_OUT(409, "Something ordered is sold out"),
    WRONG_STATE(409, "The state does not allow this"),
    KEY_IN_FLIGHT(409, "A request with this key is being carried out"),
    INVOICE_NOT_READY(409, "There is no invoice yet"),
    CREDIT_NOTE_NOT_READY(409, "There is no credit note yet"),
    STALE(412, "It has changed since it was read"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    UNKNOWN_REFERENCE(422, "The document refers to something unknown"),
    OTHER_CURRENCY(422, "The currency is not that of the shop"),
    KEY_REUSED(422, "The key was used for another request"),
    PRECONDITION_REQUIRED(428, "A condition is required"),
    QUOTA_EXCEEDED(429, "Too many requests have been made"),
    HEADERS_TOO_LARGE(431, "The header fields are too large"),
    INTERNAL_ERROR(500, "Something went wrong"),
    UNAVAILABLE(503, "The service is overloaded or not available for now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String uri() {
        return "/problems/" + slug();
    }

    /** The last part of its URI, such as {@code sold-out}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that says no more than a status does, if there is just one with this status. */
    static Optional<ProblemType> only(int status) {
        var candidates =
                Arrays.stream(values()).filter(type -> type.status == status).toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
}
