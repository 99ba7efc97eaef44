package dev.sluice.bench.job;

import java.util.concurrent.locks.LockSupport;

/** Looks again and again how many dead row versions there are, and keeps the greatest number. */
final class DeadTuples implements AutoCloseable {

    private static final long PAUSE_NANOS = 200_000_000;

    private final JobsDatabase database;
    private final Thread thread;
    private volatile boolean closed;
    private volatile double max;

    private DeadTuples(JobsDatabase database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("dead-tuples").start(this::watch);
    }

    static DeadTuples watch(JobsDatabase database) {
        return new DeadTuples(database.connectAgain());
    }

    private void watch() {
        while (!closed) {
            max = Math.max(max, database.deadTuples());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    double max() {
        return max;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
