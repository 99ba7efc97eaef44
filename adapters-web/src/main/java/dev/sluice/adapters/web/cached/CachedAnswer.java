package dev.sluice.adapters.web.cached;

import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a cached read: the bytes as they are, their version as a strong entity tag, their age and where they came
 * from.
 */
public final class CachedAnswer {

    private CachedAnswer() {}

    /**
     * @param freshFor for how long from now on a browser or proxy need not ask again; added to the value's age, which
     *     they subtract
     * @param staleFor for how long after that it may answer while it asks
     */
    public static ResponseEntity<byte[]> of(CachedValue value, Duration freshFor, Duration staleFor) {
        Duration age = value.age().truncatedTo(ChronoUnit.SECONDS);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(
                        CacheControl.maxAge(age.plus(freshFor)).cachePublic().staleWhileRevalidate(staleFor))
                .header(HttpHeaders.AGE, Long.toString(age.toSeconds()))
                .header("Cache-Status", cacheStatus(value.status()))
                .eTag('"' + value.version() + '"')
                .body(value.bytes());
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
