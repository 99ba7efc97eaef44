package dev.sluice.adapters.web.deprecation;

import dev.sluice.adapters.web.route.Retiring;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Tells callers of a {@link Retiring} route since when it is deprecated (RFC 9745), when it goes (RFC 8594) and what to use. */
final class DeprecationHeaders implements HandlerInterceptor {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Retiring retiring = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Retiring.class) : null;
        if (retiring != null) {
            response.setHeader("Deprecation", "@" + start(retiring.since()).getEpochSecond());
            response.setHeader("Sunset", HTTP_DATE.format(start(retiring.until())));
            response.addHeader("Link", "<" + retiring.successor() + ">; rel=\"successor-version\"");
        }
        return true;
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
