package dev.sluice.bench.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ReadCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The main class of a process in which many threads want one value at once, each time a line names it. */
final class Crowd {

    /** What the process says once it has a cache. */
    static final String READY = "ready";

    private static final Duration TTL = Duration.ofMinutes(1);

    /** What a portfolio took before it was cached. */
    private static final Duration FETCH = Duration.ofMillis(60);

    private static final CacheRegion<String> DOCUMENTS =
            new CacheRegion<>("crowded-documents", String.class, CachePolicy.of(TTL));

    private final AtomicInteger fetches = new AtomicInteger();
    private final ReadCache cache;

    private Crowd(ReadCache cache) {
        this.cache = cache;
    }

    /** @param arguments Redis' port, and how many threads read */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int callers = Integer.parseInt(arguments[1]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (BenchCache cache = BenchCache.open(Integer.parseInt(arguments[0]))) {
            Crowd crowd = new Crowd(cache.reads());
            System.out.println(READY);
            for (String id = lines.readLine(); id != null; id = lines.readLine()) {
                System.out.println(crowd.fetches(id, callers));
            }
        }
    }

    private int fetches(String id, int callers) throws InterruptedException, ExecutionException {
        CacheKey<String> key = DOCUMENTS.key("public", id);
        CyclicBarrier together = new CyclicBarrier(callers);
        Callable<CachedValue> caller = () -> {
            together.await();
            return cache.getOrFetch(key, TTL, this::fetch).orElseThrow();
        };
        fetches.set(0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CachedValue> answer : threads.invokeAll(Collections.nCopies(callers, caller))) {
                answer.get();
            }
        }
        return fetches.get();
    }

    private Optional<String> fetch() {
        fetches.incrementAndGet();
        try {
            Thread.sleep(FETCH);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.of("{}");
    }
}
