package dev.sluice.application.access;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What was last found of some keys, and when it was asked for. Safe for use by many threads. */
final class Recollection {

    private final Map<ApiKeyId, Entry> entries = new ConcurrentHashMap<>();
    private final int limit;
    private final long span;
    private final LongSupplier nanoTime;

    Recollection(int limit, Duration span, LongSupplier nanoTime) {
        this.limit = limit;
        this.span = span.toNanos();
        this.nanoTime = nanoTime;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** What was found within the span, or null if nothing was looked for. */
    @Nullable
    Entry fresh(ApiKeyId id) {
        Entry entry = entries.get(id);
        return entry != null && isFresh(entry) ? entry : null;
    }

    /** Tells one of all who ask that half of the span is over: time to look anew, before anybody has to wait for it. */
    boolean isTimeToRefresh(Entry entry) {
        return now() - entry.asked() >= span / 2 && entry.refreshing().compareAndSet(false, true);
    }

    /** Whether the key was found at any time. */
    boolean isMet(ApiKeyId id) {
        return entries.containsKey(id);
    }

    void keep(ApiKeyId id, Optional<ApiKey> found, long asked) {
        if (entries.size() >= limit && !entries.containsKey(id)) {
            makeRoom();
        }
        entries.put(id, new Entry(found, asked, new AtomicBoolean()));
    }

    void drop(ApiKeyId id) {
        entries.remove(id);
    }

    /** Those go that nobody asks for any more; if all are in use, all are asked for once more. */
    private void makeRoom() {
        entries.values().removeIf(entry -> !isFresh(entry));
        if (entries.size() >= limit) {
            entries.clear();
        }
    }

    private boolean isFresh(Entry entry) {
        return now() - entry.asked() < span;
    }

    /** @param refreshing whether somebody looks anew */
    record Entry(Optional<ApiKey> found, long asked, AtomicBoolean refreshing) {}
}
