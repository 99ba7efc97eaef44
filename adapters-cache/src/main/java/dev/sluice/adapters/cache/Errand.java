package dev.sluice.adapters.cache;

import java.util.concurrent.atomic.AtomicBoolean;

/** Work that is done on a thread of its own, unless it is being done already. Safe for use by many threads. */
final class Errand {

    private final Thread.Builder thread;
    private final AtomicBoolean running = new AtomicBoolean();

    /** On a virtual thread of the name. */
    Errand(String name) {
        this(Thread.ofVirtual().name(name));
    }

    /** @param thread makes its threads, and nobody else's */
    Errand(Thread.Builder thread) {
        this.thread = thread;
    }

    void start(Runnable work) {
        if (running.compareAndSet(false, true)) {
            thread.start(() -> run(work));
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            running.set(false);
        }
    }
}
