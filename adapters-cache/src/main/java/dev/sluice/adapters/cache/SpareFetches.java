package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The fetches beyond the one that each key needs: those of callers who have waited too long for another's, and half as
 * many that refresh a value before anybody misses it. They are bounded, so that they never take the whole pool of
 * connections, and each by itself, so that nobody who waits does so for a refresh.
 */
final class SpareFetches {

    private final Semaphore permits;
    private final Semaphore refreshes;
    private final Duration patience;
    private final Set<String> refreshed = ConcurrentHashMap.newKeySet();

    /** @param patience for how long a caller waits for its turn, if its work has so much time */
    SpareFetches(int most, Duration patience) {
        this.permits = new Semaphore(most);
        this.refreshes = new Semaphore(Math.max(1, most / 2));
        this.patience = patience;
    }

    /**
     * Does the work once there is room for it.
     *
     * @throws RetryableFailure if there is none in time
     */
    <T> T run(Supplier<T> work) {
        if (!acquired()) {
            throw new RetryableFailure(
                    "too many fetch what is not cached", new TimeoutException("no turn within " + patience));
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private boolean acquired() {
        try {
            return permits.tryAcquire(Work.current().atMost(patience).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting to fetch", e);
        }
    }

    /** Does the work on a thread of its own, unless there is no room or the same is done already. */
    void start(String name, Runnable work) {
        if (!refreshed.add(name)) {
            return;
        }
        if (!refreshes.tryAcquire()) {
            refreshed.remove(name);
            return;
        }
        Thread.ofVirtual().name("cache-refresh").start(() -> {
            try {
                Work.of(Urgency.REFRESH).run(work);
            } finally {
                refreshes.release();
                refreshed.remove(name);
            }
        });
    }
}
