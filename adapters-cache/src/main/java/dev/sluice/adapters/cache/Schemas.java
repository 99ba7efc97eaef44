package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.ContentVersion;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.SchemaFingerprint;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the values of each region are made of and how they are encoded, as a number that differs when either does. */
final class Schemas {

    private final ConcurrentMap<Class<?>, Long> known = new ConcurrentHashMap<>();
    private final Encoding encoding;

    Schemas(Encoding encoding) {
        this.encoding = encoding;
    }

    long of(CacheRegion<?> region) {
        return known.computeIfAbsent(region.type(), this::digest);
    }

    private long digest(Class<?> type) {
        String words = encoding.contentType() + " " + SchemaFingerprint.of(type);
        return Long.parseUnsignedLong(ContentVersion.of(words.getBytes(UTF_8)).substring(0, 16), 16);
    }
}
