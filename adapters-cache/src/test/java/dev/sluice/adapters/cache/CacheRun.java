package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.adapters.cache.VersionedKey.RunningRead;
import dev.sluice.adapters.cache.VersionedSource.SourceFailedException;
import dev.sluice.adapters.cache.VersionedSource.Write;
import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.cache.RegionFigures;
import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Processes that read and write at random through the caches in front of one source, and a judge of all that they read. A
 * read counts from before its call and an acknowledgement from after it, so that a machine that stumbles makes the judge
 * milder, never wrong.
 */
final class CacheRun {

    /** For how long after an acknowledgement a local tier may serve what was there before. */
    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** All that is counted. */
    static final String[] EVENTS = {
        "LOCAL_HIT",
        "SHARED_HIT",
        "STALE",
        "MISS",
        "BYPASS",
        "ABSENT",
        "recalled",
        "batch",
        "failed source",
        "refused",
        "refreshed",
        "write",
        "large write",
        "rollback",
        "invalidation tried again",
        "looks at Redis"
    };

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final long PATIENCE_SECONDS = 60;
    private static final int READERS = 12;
    private static final int WRITERS = 3;

    private final List<OpenedCache> processes;
    private final VersionedSource source;
    private final Random random;
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Queue<String> mistakes = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    CacheRun(List<OpenedCache> processes, Random random) {
        this.processes = processes;
        this.source = new VersionedSource(processes.size());
        this.random = random;
    }

    /** Reads and writes for as long as the trouble lasts. */
    void during(Runnable trouble) throws Exception {
        List<Future<?>> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int process = 0; process < processes.size(); process++) {
                int number = process;
                for (int reader = 0; reader < READERS; reader++) {
                    parts.add(threads.submit(untilOver(own -> readAnyhow(number, own), 3)));
                }
                parts.add(threads.submit(untilOver(own -> look(number, source.anyKey(own)), 3)));
            }
            for (int writer = 0; writer < WRITERS; writer++) {
                parts.add(threads.submit(untilOver(own -> write(source.anyWrite(own), own), 80)));
            }
            try {
                trouble.run();
            } finally {
                over = true;
            }
        }
        for (Future<?> part : parts) {
            part.get();
        }
    }

    private Runnable untilOver(Consumer<Random> step, int mostPauseMillis) {
        Random own = new Random(random.nextLong());
        return () -> {
            while (!over) {
                step.accept(own);
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(own.nextInt(1_000 * mostPauseMillis)));
            }
        };
    }

    /** What the judge found wrong. */
    Queue<String> mistakes() {
        return mistakes;
    }

    /** How often what has happened. */
    Map<String, LongAdder> counts() {
        count("refused", sum(RegionFigures::refused));
        count("refreshed", sum(RegionFigures::refreshes));
        return counts;
    }

    private long sum(ToLongFunction<RegionFigures> figure) {
        return processes.stream()
                .flatMap(process -> VersionedSource.regions().stream().map(process.figures()::of))
                .mapToLong(figure)
                .sum();
    }

    private void count(String event) {
        count(event, 1);
    }

    private void count(String event, long times) {
        counts.computeIfAbsent(event, name -> new LongAdder()).add(times);
    }

    /** Writes what is invalidated by its tag, or its region: once each. */
    void writeMany() {
        source.largeWrites().forEach(write -> write(write, random));
    }

    private void write(Write write, Random own) {
        Optional<Long> version = source.commit(write, own);
        count(version.isEmpty() ? "rollback" : write.keys().size() == 1 ? "write" : "large write");
        version.ifPresent(committed -> invalidate(write, committed, own));
    }

    /** As what is pending is told: by any process, until Redis has acknowledged it. */
    private void invalidate(Write write, long version, Random own) {
        long begin = System.nanoTime();
        while (!tell(own.nextInt(processes.size()), write, version)) {
            count("invalidation tried again");
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                mistakes.add("never acknowledged: " + write.invalidation().text());
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean tell(int process, Write write, long version) {
        try {
            processes.get(process).invalidations().invalidate(write.invalidation());
        } catch (RetryableFailure away) {
            return false;
        }
        write.keys().forEach(key -> key.acknowledge(process, version));
        return true;
    }

    /** Whether a process now reads the newest value of each key. */
    boolean isUpToDate(int process) {
        return source.keys().stream()
                .allMatch(key -> Optional.ofNullable(read(process, key, random).get(key))
                        .filter(value -> value.map(CacheRun::text).equals(key.newest()))
                        .isPresent());
    }

    private void readAnyhow(int process, Random own) {
        switch (own.nextInt(8)) {
            case 0 -> recall(process, source.anyKey(own));
            case 1 -> readAll(process, source.anyKeys(own), own);
            default -> read(process, source.anyKey(own), own);
        }
    }

    private Map<VersionedKey, Optional<CachedValue>> read(int process, VersionedKey key, Random own) {
        Duration ttl = key.key().region().policy().ttl();
        return judged(
                process,
                List.of(key),
                cache -> Map.of(key, served(cache.getOrFetch(key.key(), ttl, source.fetch(key, own)))));
    }

    /** What is not in memory says nothing. */
    private void recall(int process, VersionedKey key) {
        judged(process, List.of(key), cache -> {
            Optional<CachedValue> value = cache.recall(key.key());
            value.ifPresent(present -> count("recalled"));
            return value.isEmpty() ? Map.of() : Map.of(key, value);
        });
    }

    private void readAll(int process, List<VersionedKey> keys, Random own) {
        Duration ttl = keys.getFirst().key().region().policy().ttl();
        judged(process, keys, cache -> {
            Map<CacheKey<String>, CachedValue> values =
                    cache.getOrFetchAll(keys.stream().map(VersionedKey::key).toList(), ttl, source.fetchAll(keys, own));
            count("batch");
            return keys.stream()
                    .collect(Collectors.toMap(
                            Function.identity(), key -> served(Optional.ofNullable(values.get(key.key())))));
        });
    }

    private Optional<CachedValue> served(Optional<CachedValue> value) {
        count(value.map(CachedValue::status).map(CacheStatus::name).orElse("ABSENT"));
        return value;
    }

    /** Reads keys and judges what it was told of each. Nothing if the source failed. */
    private Map<VersionedKey, Optional<CachedValue>> judged(
            int process,
            List<VersionedKey> keys,
            Function<ReadCache, Map<VersionedKey, Optional<CachedValue>>> reading) {
        List<Asking> askings =
                keys.stream().map(key -> Asking.begin(process, key)).toList();
        try {
            Map<VersionedKey, Optional<CachedValue>> values =
                    reading.apply(processes.get(process).cache());
            askings.stream()
                    .filter(asking -> values.containsKey(asking.key()))
                    .forEach(asking -> judge(process, asking, Objects.requireNonNull(values.get(asking.key()))));
            return values;
        } catch (SourceFailedException failed) {
            count("failed source");
            return Map.of();
        } catch (RuntimeException failure) {
            mistakes.add("a read of " + keys.stream().map(VersionedKey::key).toList() + " failed: " + failure);
            return Map.of();
        } finally {
            askings.forEach(asking -> asking.key().end(process, asking.read()));
        }
    }

    /**
     * A read of a key that runs.
     *
     * @param first when the oldest read began whose answer it may get
     */
    private record Asking(VersionedKey key, RunningRead read, long first) {

        static Asking begin(int process, VersionedKey key) {
            RunningRead read = key.begin(process);
            return new Asking(key, read, key.firstBegin(process));
        }
    }

    /** Who shares another's answer gets it as that one got it: then it is the older read that asked Redis or the source. */
    private void judge(int process, Asking asking, Optional<CachedValue> value) {
        VersionedKey key = asking.key();
        long begin = asking.read().begin();
        long anywhere = key.acknowledged().oldestAllowedAt(begin - MEMORY_NANOS);
        long here = key.acknowledgedBy(process).oldestAllowedAt(begin);
        long outside = isFromMemory(value) ? 0 : key.acknowledged().oldestAllowedAt(asking.first());
        long allowed = Math.max(anywhere, Math.max(here, outside));
        Optional<String> text = value.map(CacheRun::text);
        if (!key.wasCommitted(text, allowed)) {
            mistakes.add(
                    "process %d read %s of %s as %s; a second ago %d was acknowledged, by itself %d, before it asked %d"
                            .formatted(
                                    process,
                                    shown(text),
                                    key.key(),
                                    value.map(CachedValue::status),
                                    anywhere,
                                    here,
                                    outside));
        }
    }

    /** Whether it may be; so may the knowledge that there is no value, which does not tell where it is from. */
    private static boolean isFromMemory(Optional<CachedValue> value) {
        return value.map(CachedValue::status)
                .map(status -> status == CacheStatus.LOCAL_HIT || status == CacheStatus.STALE)
                .orElse(true);
    }

    /** What lies in Redis is never older than an acknowledged invalidation. */
    private void look(int process, VersionedKey key) {
        long begin = System.nanoTime();
        Lookup lookup = processes
                .get(process)
                .shared()
                .read(List.of(key.key()), Budget.fresh(LOOK))
                .getFirst();
        if (lookup instanceof Lookup.Found found) {
            count("looks at Redis");
            Optional<String> text = Optional.ofNullable(found.entry().bytes()).map(bytes -> new String(bytes, UTF_8));
            long allowed = key.acknowledged().oldestAllowedAt(begin);
            if (!key.wasCommitted(text, allowed)) {
                mistakes.add("Redis has %s of %s; %d was acknowledged".formatted(shown(text), key.key(), allowed));
            }
        }
    }

    private static String text(CachedValue value) {
        return UTF_8.decode(value.content()).toString();
    }

    private static String shown(Optional<String> text) {
        return text.map(all -> all.substring(0, Math.min(all.length(), 60))).orElse("nothing");
    }
}
