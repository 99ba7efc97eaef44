package dev.sluice.adapters.cache;

import java.util.concurrent.atomic.AtomicBoolean;

/** Work that is done on a thread of its own, unless it is being done already. Safe for use by many threads. */
final class Errand {

    private final String name;
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param name of its thread */
    Errand(String name) {
        this.name = name;
    }

    void start(Runnable work) {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(() -> run(work));
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
