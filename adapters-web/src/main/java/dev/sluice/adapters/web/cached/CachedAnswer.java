package dev.sluice.adapters.web.cached;

import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer to a cached read: the bytes as they are, a strong entity tag made from them, and where they came from. */
public final class CachedAnswer {

    private static final int TAG_BYTES = 16;

    private CachedAnswer() {}

    /**
     * @param freshFor for how long a browser or proxy need not ask again
     * @param staleFor for how long after that it may answer while it asks
     */
    public static ResponseEntity<byte[]> of(CachedValue value, Duration freshFor, Duration staleFor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(freshFor).cachePublic().staleWhileRevalidate(staleFor))
                .header("Cache-Status", cacheStatus(value.status()))
                .eTag(tag(value.bytes()))
                .body(value.bytes());
    }

    /** As RFC 9211 spells it. */
    private static String cacheStatus(CacheStatus status) {
        return switch (status) {
            case HIT -> "sluice; hit";
            case MISS -> "sluice; fwd=miss; stored";
            case BYPASS -> "sluice; fwd=bypass";
        };
    }

    private static String tag(byte[] bytes) {
        byte[] digest = sha256().digest(bytes);
        return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
