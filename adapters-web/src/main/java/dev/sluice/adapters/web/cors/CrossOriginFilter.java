package dev.sluice.adapters.web.cors;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.request.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Answers browsers that ask what a page of another origin may send, and tells them whether it may read an answer. Other
 * requests pass, whatever origin they name: a browser keeps the answer from the page, and what is sent without a bearer token
 * is nobody's. So the page at {@code /docs} works behind proxies that hide how they were asked.
 */
final class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT = String.join(
            ", ",
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            "Idempotency-Key",
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            "Last-Event-ID",
            RequestId.HEADER);
    private static final String EXPOSED = String.join(
            ", ",
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            "RateLimit",
            "RateLimit-Policy",
            RequestId.HEADER,
            "Cache-Status",
            HttpHeaders.AGE,
            HttpHeaders.WWW_AUTHENTICATE,
            HttpHeaders.CONTENT_DISPOSITION);

    private final Set<String> origins;
    private final boolean takesCredentials;
    private final String maxAge;
    private final transient ProblemWriter problems;

    CrossOriginFilter(CorsProperties properties, ProblemWriter problems) {
        this.origins = properties.allowedOrigins();
        this.takesCredentials = properties.allowCredentials();
        this.maxAge = String.valueOf(properties.maxAge().toSeconds());
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isAllowed = allow(request.getHeader(HttpHeaders.ORIGIN), response);
        if (!isPreflight(request)) {
            chain.doFilter(request, response);
        } else if (isAllowed) {
            answerPreflight(response);
        } else {
            problems.write(
                    Refusal.of(ProblemType.ORIGIN_NOT_ALLOWED, "Pages of this origin may not use the API."),
                    request,
                    response);
        }
    }

    private boolean allow(@Nullable String origin, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return false;
        }
        if (origins.contains(CorsProperties.ALL)) {
            return expose(CorsProperties.ALL, response);
        }
        // Also without an origin: a cache would give this very answer to a page that asks later.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        return origin != null && origins.contains(origin) && expose(origin, response);
    }

    private boolean expose(String origin, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (takesCredentials) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        return true;
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return HttpMethod.OPTIONS.name().equals(request.getMethod())
                && request.getHeader(HttpHeaders.ORIGIN) != null
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    private void answerPreflight(HttpServletResponse response) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
    }
}
