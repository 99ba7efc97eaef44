package dev.sluice.adapters.web.problem;

import dev.sluice.adapters.web.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Turns refusals into answers, inside of Spring MVC and outside of it. */
public final class ProblemWriter {

    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers where there is no controller: in a filter or a valve. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = mapper.writeValueAsBytes(Problem.of(refusal, request));
        response.setStatus(refusal.status());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.setContentLength(body.length);
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        headers(refusal, response::setHeader);
        response.getOutputStream().write(body);
    }

    /** Answers for what was thrown where there is no controller. */
    public void write(RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(
                failure instanceof RefusedException refused ? refused.refusal() : refusal(failure, request),
                request,
                response);
    }

    /** What is said of a failure that nobody expected, or that is over soon. */
    static Refusal refusal(Exception failure, HttpServletRequest request) {
        return Overload.refusal(failure).orElseGet(() -> {
            FailureLog.record(RequestId.of(request), failure);
            return Refusal.of(ProblemType.INTERNAL_ERROR, "The failure is on record under the request's id.");
        });
    }

    static ResponseEntity<Object> entity(Refusal refusal, HttpHeaders headers, HttpServletRequest request) {
        return ResponseEntity.status(refusal.status())
                .headers(headers)
                .headers(own -> headers(refusal, own::set))
                .contentType(Problem.MEDIA_TYPE)
                .body(Problem.of(refusal, request));
    }

    private static void headers(Refusal refusal, BiConsumer<String, String> set) {
        set.accept(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (refusal.challenge() != null) {
            set.accept(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
        }
        if (refusal.retryAfter() != null) {
            set.accept(HttpHeaders.RETRY_AFTER, String.valueOf(WholeSeconds.of(refusal.retryAfter())));
        }
    }
}
