package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A key of the simulated source with all that was ever committed under it, and with what is known of its invalidations and
 * of the reads that run. Its values name the key and their version. Safe for use by many threads.
 */
final class VersionedKey {

    /** Makes some values so large that they are deflated. */
    private static final String PADDING = "-".repeat(3_000);

    private final CacheKey<String> key;
    /** By their versions, in the order of the commits; empty where the key had no value. */
    private final NavigableMap<Long, Optional<String>> committed = new TreeMap<>();

    private final Acknowledgements acknowledged = new Acknowledgements();
    private final List<Acknowledgements> acknowledgedBy;
    private final List<ConcurrentSkipListSet<RunningRead>> running;
    private final AtomicLong reads = new AtomicLong();

    VersionedKey(CacheKey<String> key, int processes) {
        this.key = key;
        this.acknowledgedBy =
                Stream.generate(Acknowledgements::new).limit(processes).toList();
        this.running = IntStream.range(0, processes)
                .mapToObj(process -> new ConcurrentSkipListSet<RunningRead>())
                .toList();
        commit(0, true);
    }

    /** When a read began, and which it is. */
    record RunningRead(long begin, long number) implements Comparable<RunningRead> {

        @Override
        public int compareTo(RunningRead other) {
            return begin == other.begin ? Long.compare(number, other.number) : Long.compare(begin, other.begin);
        }
    }

    CacheKey<String> key() {
        return key;
    }

    boolean mayBeAbsent() {
        return key.region().policy().absentTtl().isPositive();
    }

    /** @param version larger than all before */
    synchronized void commit(long version, boolean present) {
        committed.put(version, present ? Optional.of(text(version)) : Optional.empty());
    }

    synchronized Optional<String> newest() {
        return committed.lastEntry().getValue();
    }

    private String text(long version) {
        return key.text() + "@" + version + (version % 3 == 0 ? "@" + PADDING : "");
    }

    /** Whether this was committed, as the version that is allowed or as a later one. */
    synchronized boolean wasCommitted(Optional<String> text, long oldestAllowed) {
        return committed.tailMap(oldestAllowed, true).containsValue(text);
    }

    void acknowledge(int process, long version) {
        acknowledged.note(version);
        acknowledgedBy.get(process).note(version);
    }

    Acknowledgements acknowledged() {
        return acknowledged;
    }

    Acknowledgements acknowledgedBy(int process) {
        return acknowledgedBy.get(process);
    }

    RunningRead begin(int process) {
        RunningRead read = new RunningRead(System.nanoTime(), reads.incrementAndGet());
        running.get(process).add(read);
        return read;
    }

    /** When the oldest of a process's reads began, one of which must be running: a read may get what an older one found. */
    long firstBegin(int process) {
        return running.get(process).first().begin();
    }

    void end(int process, RunningRead read) {
        running.get(process).remove(read);
    }
}
