package dev.sluice.adapters.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.adapters.web.request.RequestId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The document of an error answer (RFC 9457).
 *
 * @param type what kind of problem it is: a {@link ProblemType}'s URI, or {@code about:blank} where the status says all
 * @param instance the path of the request
 * @param requestId the id under which the request is logged
 * @param retryAfterMs after how many milliseconds it may be different, where time can change it; the header field
 *     {@code Retry-After} says the same in whole seconds
 * @param errors what is wrong with the request in particular
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(requiredProperties = {"type", "title", "status", "requestId"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String requestId,
        @Nullable Long retryAfterMs,
        List<Violation> errors) {

    static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    static Problem of(Refusal refusal, HttpServletRequest request) {
        ProblemType type = refusal.type();
        return new Problem(
                type == null ? "about:blank" : type.uri(),
                type == null ? reasonPhrase(refusal.status()) : type.title(),
                refusal.status(),
                refusal.detail(),
                path(request),
                RequestId.of(request),
                refusal.retryAfter() == null ? null : refusal.retryAfter().toMillis(),
                refusal.errors());
    }

    private static String reasonPhrase(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** Null for a path that is no URI, as in a request line that Tomcat could not read. */
    private static @Nullable String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        try {
            return path == null ? null : new URI(path).toString();
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
