package dev.sluice.domain.transaction;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Locks that each belong to one owner until it releases all it has. */
final class InMemoryLocks {

    private final Map<Object, Object> owners = new HashMap<>();
    private final long longestWaitMillis;

    InMemoryLocks(long longestWaitMillis) {
        this.longestWaitMillis = longestWaitMillis;
    }

    synchronized boolean tryLock(Object key, Object owner) {
        Object holder = owners.putIfAbsent(key, owner);
        return holder == null || holder.equals(owner);
    }

    /** @throws IllegalStateException if the lock is not free in time: a deadlock, most likely */
    synchronized void lock(Object key, Object owner) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longestWaitMillis);
        try {
            while (!tryLock(key, owner)) {
                wait(millisUntil(deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a lock", e);
        }
    }

    synchronized void releaseAll(Object owner) {
        owners.values().removeIf(owner::equals);
        notifyAll();
    }

    private static long millisUntil(long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new IllegalStateException("a lock was not free in time");
        }
        return left;
    }
}
