package dev.sluice.local.endtoend;

import dev.sluice.local.endtoend.HostileRequests.Request;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests that would be in order, were it not for one header field. */
record HostileHeaders(List<Request> sound) {

    private static final List<String> FIELDS = List.of(
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Accept-Language",
            "Accept",
            "X-Request-Id",
            "Authorization",
            "Content-Type",
            "Content-Encoding",
            "Origin",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Forwarded",
            "Last-Event-ID");

    /** A client of HTTP sends no line breaks and no NUL; Tomcat refuses what lies under HTTP before it is a request. */
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "'",
            "''; drop table creators; --",
            "' or '1'='1",
            "1; select pg_sleep(60)",
            "${jndi:ldap://127.0.0.1/x}",
            "../../../../etc/passwd",
            "*",
            "\"",
            "\"v1",
            "W/\"v1\"",
            "a\tb",
            ",,,;;;===",
            "Bearer",
            "Bearer ",
            "Bearer sluice_",
            "Bearer a.b.c",
            "Bearer " + "e30.".repeat(3),
            "Basic YTpi",
            "application/xml",
            "application/json; charset=none",
            "text/",
            "null",
            "http://[::1",
            "1.2.3.4:99999, [::1]:1, unknown, \"_x\"",
            "for=\"[::1\";proto=",
            "x".repeat(5_000),
            String.join(", ", Collections.nCopies(1_200, "\"v\"")),
            String.join(",", Collections.nCopies(1_200, "a;q=")));

    Stream<Request> all() {
        return sound.stream()
                .flatMap(request -> FIELDS.stream()
                        .flatMap(field -> VALUES.stream().map(value -> request.with(Map.of(field, value)))));
    }
}
