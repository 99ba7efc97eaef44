package dev.sluice.adapters.web.body;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.adapters.web.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large: at once if the client says so, else as soon as it has sent too much. Nothing is
 * unpacked, since a few bytes may unpack to more than there is memory for.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private static final Refusal PACKED =
            Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body is sent as it is, without Content-Encoding.");

    private final long limit;
    private final ProblemWriter problems;

    BodyLimitFilter(BodyProperties properties, ProblemWriter problems) {
        this.limit = properties.limit().toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPacked(request)) {
            problems.write(PACKED, request, response);
        } else if (request.getContentLengthLong() > limit) {
            problems.write(refusal(), request, response);
        } else {
            chain.doFilter(new LimitedRequest(request, limit, refusal()), response);
        }
    }

    private static boolean isPacked(HttpServletRequest request) {
        return hasBody(request)
                && Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                        .anyMatch(encoding ->
                                !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity"));
    }

    /** The field says nothing about a request without one, which the cache may answer before this is asked. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private Refusal refusal() {
        return Refusal.of(ProblemType.BODY_TOO_LARGE, "A body has at most " + limit + " bytes.");
    }
}
