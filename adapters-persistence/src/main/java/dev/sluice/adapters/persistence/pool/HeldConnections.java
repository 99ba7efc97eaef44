package dev.sluice.adapters.persistence.pool;

import java.util.concurrent.atomic.AtomicInteger;

/** How many connections each thread holds. Safe for use by many threads. */
final class HeldConnections {

    private final SecondConnections policy;
    private final AdmissionTally tally;
    private final ThreadLocal<AtomicInteger> held = ThreadLocal.withInitial(AtomicInteger::new);

    HeldConnections(SecondConnections policy, AdmissionTally tally) {
        this.policy = policy;
        this.tally = tally;
    }

    /** @throws IllegalStateException if this thread holds one already and that is an error */
    void requireNone() {
        if (held.get().get() > 0) {
            tally.secondConnection();
            if (policy == SecondConnections.REFUSED) {
                throw new IllegalStateException("this thread holds a connection and wants a second one");
            }
        }
    }

    /** @return what is to be run, on any thread, when it is given back */
    Runnable taken() {
        AtomicInteger mine = held.get();
        mine.incrementAndGet();
        return mine::decrementAndGet;
    }
}
