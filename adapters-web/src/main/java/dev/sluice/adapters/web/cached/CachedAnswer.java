package dev.sluice.adapters.web.cached;

import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * How a cached read is answered: by the bytes as they are, their version as a strong entity tag, their age and where they
 * came from. It writes the response itself: a converter of Spring MVC would cost more than the read.
 *
 * @param freshFor for how long from now on a browser or proxy need not ask again; added to the value's age, which they
 *     subtract
 * @param staleFor for how long after that it may answer while it asks
 */
public record CachedAnswer(Duration freshFor, Duration staleFor) {

    /** @throws IOException if the client is gone */
    public void send(CachedValue value, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long age = value.age().toSeconds();
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                "max-age=" + (age + freshFor.toSeconds()) + ", public, stale-while-revalidate=" + staleFor.toSeconds());
        response.setHeader(HttpHeaders.AGE, Long.toString(age));
        response.setHeader("Cache-Status", cacheStatus(value.status()));
        if (!new ServletWebRequest(request, response).checkNotModified('"' + value.version() + '"')) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            ByteBuffer content = value.content();
            response.setContentLength(content.remaining());
            response.getOutputStream().write(content);
        }
    }

    /** As RFC 9211 spells it. */
    private static String cacheStatus(CacheStatus status) {
        return switch (status) {
            case LOCAL_HIT, SHARED_HIT -> "sluice; hit";
            case STALE -> "sluice; hit; detail=stale";
            case MISS -> "sluice; fwd=miss; stored";
            case BYPASS -> "sluice; fwd=bypass";
        };
    }
}
