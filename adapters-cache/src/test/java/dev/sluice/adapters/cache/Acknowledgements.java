package dev.sluice.adapters.cache;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which versions of a key had been invalidated for sure, and when. Safe for use by many threads. */
final class Acknowledgements {

    private final NavigableMap<Long, Long> oldestAllowed = new TreeMap<>();

    /** Notes that from now on nothing older than the version is right. */
    synchronized void note(long version) {
        long before = oldestAllowed.isEmpty() ? 0 : oldestAllowed.lastEntry().getValue();
        oldestAllowed.put(System.nanoTime(), Math.max(before, version));
    }

    /** The oldest version that was still allowed at a time of {@link System#nanoTime}; 0 allows all. */
    synchronized long oldestAllowedAt(long nanos) {
        Map.Entry<Long, Long> last = oldestAllowed.lowerEntry(nanos);
        return last == null ? 0 : last.getValue();
    }
}
