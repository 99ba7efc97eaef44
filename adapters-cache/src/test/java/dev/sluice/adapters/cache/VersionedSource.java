package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.Invalidation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A simulated database: what is read takes its time and fails now and then, what is written may be rolled back. */
final class VersionedSource {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final CachePolicy KEPT = CachePolicy.of(LONG).withLocal(1 << 20, LONG);

    /** One for each way in which values are kept. */
    private static final List<CacheRegion<String>> REGIONS = List.of(
            region("kept", KEPT),
            region("shared-only", KEPT.withLocal(0, Duration.ZERO)),
            region("refreshed", CachePolicy.of(SHORT).withStale(Duration.ofMillis(300), LONG)),
            region("often-absent", KEPT.withAbsence(LONG)),
            region("briefly-local", KEPT.withLocal(2_000, SHORT).withStale(LONG, LONG)));

    private final ReentrantLock transaction = new ReentrantLock();
    private final AtomicLong versions = new AtomicLong();
    private final List<VersionedKey> keys = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Write> largeWrites = new ArrayList<>();

    /** What is written together, and what that makes wrong in the cache. */
    record Write(List<VersionedKey> keys, Invalidation invalidation) {}

    /** What the simulated source throws. */
    static final class SourceFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    VersionedSource(int processes) {
        for (String id : List.of("1", "2", "3", "4")) {
            for (String scope : List.of("public", "seller-1")) {
                for (CacheRegion<String> region : REGIONS) {
                    keys.add(new VersionedKey(key(region, scope, id), processes));
                }
            }
        }
        keys.forEach(key -> writes.add(new Write(List.of(key), key.key().invalidation())));
        Stream.of("odd", "even", "all").forEach(this::addTag);
        REGIONS.forEach(this::addRegion);
    }

    private static CacheRegion<String> region(String name, CachePolicy policy) {
        return new CacheRegion<>(name, String.class, policy);
    }

    /** Some carry no tag, as most do. */
    private static CacheKey<String> key(CacheRegion<String> region, String scope, String id) {
        return scope.equals("public")
                ? region.key(scope, id)
                : region.key(scope, id, "all", Integer.parseInt(id) % 2 == 0 ? "even" : "odd");
    }

    private void addTag(String tag) {
        List<VersionedKey> tagged =
                keys.stream().filter(key -> key.key().tags().contains(tag)).toList();
        largeWrites.add(new Write(tagged, new Invalidation.Tag(tag)));
    }

    private void addRegion(CacheRegion<String> region) {
        List<VersionedKey> inside =
                keys.stream().filter(key -> key.key().region().equals(region)).toList();
        largeWrites.add(new Write(inside, new Invalidation.Region(region.name())));
    }

    static List<CacheRegion<String>> regions() {
        return REGIONS;
    }

    List<VersionedKey> keys() {
        return keys;
    }

    /** Some much more often than others. */
    VersionedKey anyKey(Random random) {
        return keys.get(skewed(keys.size(), random));
    }

    /** Several different ones. */
    List<VersionedKey> anyKeys(Random random) {
        return Stream.generate(() -> anyKey(random))
                .distinct()
                .limit(2 + random.nextInt(4))
                .toList();
    }

    /** Mostly of one key, some much more often than others: what is seldom written stays in memory for long. */
    Write anyWrite(Random random) {
        return random.nextInt(150) == 0
                ? largeWrites.get(random.nextInt(largeWrites.size()))
                : writes.get(skewed(writes.size(), random));
    }

    /** All keys under each tag, and all in each region. */
    List<Write> largeWrites() {
        return largeWrites;
    }

    private static int skewed(int bound, Random random) {
        return (int) (bound * random.nextDouble() * random.nextDouble());
    }

    /** Writes the next version in a transaction; empty if that is rolled back. */
    Optional<Long> commit(Write write, Random random) {
        transaction.lock();
        try {
            long version = versions.incrementAndGet();
            work(random, 1_000);
            if (random.nextInt(5) == 0) {
                return Optional.empty();
            }
            write.keys().forEach(key -> key.commit(version, !key.mayBeAbsent() || random.nextBoolean()));
            return Optional.of(version);
        } finally {
            transaction.unlock();
        }
    }

    /**
     * A fetch that takes some time before and after it sees the newest committed value. Now and then that is already old
     * when it arrives.
     */
    Supplier<Optional<String>> fetch(VersionedKey key, Random random) {
        Random own = new Random(random.nextLong());
        return () -> fetched(own, key::newest);
    }

    /** The same for several keys at once, which fail together. */
    Function<Set<CacheKey<String>>, Map<CacheKey<String>, String>> fetchAll(
            Collection<VersionedKey> known, Random random) {
        Random own = new Random(random.nextLong());
        return missing -> fetched(own, () -> newest(known, missing));
    }

    private static Map<CacheKey<String>, String> newest(Collection<VersionedKey> known, Set<CacheKey<String>> missing) {
        Map<CacheKey<String>, String> values = new HashMap<>();
        known.stream()
                .filter(key -> missing.contains(key.key()))
                .forEach(key -> key.newest().ifPresent(value -> values.put(key.key(), value)));
        return values;
    }

    private static <T> T fetched(Random own, Supplier<T> newest) {
        work(own, 5_000);
        if (own.nextInt(40) == 0) {
            throw new SourceFailedException();
        }
        T value = newest.get();
        int chance = own.nextInt(100);
        work(own, chance < 5 ? 2_600_000 : chance < 20 ? 40_000 : 2_000);
        return value;
    }

    private static void work(Random random, int mostMicros) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(mostMicros)));
    }
}
