package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Settles attempts in groups: those that end while one group commits make up the next ("group commit", DeWitt and others,
 * 1984). One of the threads that bring them settles for all; the others go on at once. Safe for use by many threads.
 */
public final class Settler {

    private static final System.Logger LOG = System.getLogger(Settler.class.getName());
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int LARGEST_GROUP = 200;

    private final JobSettlement settlement;
    private final Duration askAgainAfter;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean settling = new AtomicBoolean();

    public Settler(JobSettlement settlement) {
        this(settlement, ASK_AGAIN_AFTER);
    }

    Settler(JobSettlement settlement, Duration askAgainAfter) {
        this.settlement = settlement;
        this.askAgainAfter = askAgainAfter;
    }

    /** For how long a database that has not answered is left alone. */
    Duration askAgainAfter() {
        return askAgainAfter;
    }

    /** @param whenSettled is run once the attempt is settled, by whichever thread has done it */
    private record Waiting(EndedAttempt attempt, Runnable whenSettled) {}

    /**
     * Notes an attempt as one to be settled.
     *
     * @param whenSettled is run once it is, on any of the threads that settle; must neither fail nor block
     */
    void add(EndedAttempt attempt, Runnable whenSettled) {
        waiting.add(new Waiting(attempt, whenSettled));
    }

    /**
     * Sees to it that all noted attempts are settled, however long the database takes to answer: while the lease is
     * renewed nobody else would free their jobs, and once it is not, the claims are lost and the settlement says so.
     * Returns when they are or another thread is at it.
     *
     * @throws InterruptedException if the worker gives it up while the database does not answer
     */
    void settle() throws InterruptedException {
        // Looked at again after each turn: what was added just before its end found somebody at it.
        while (!waiting.isEmpty() && settling.compareAndSet(false, true)) {
            try {
                settleWaiting();
            } finally {
                settling.set(false);
            }
        }
    }

    /** Those about which the database has not answered come again after a while; what ends meanwhile does not wait. */
    private void settleWaiting() throws InterruptedException {
        List<Waiting> later = new ArrayList<>();
        long again = System.nanoTime();
        try {
            while (!later.isEmpty() || !waiting.isEmpty()) {
                List<Waiting> group = arrived(later.isEmpty() ? 0 : again - System.nanoTime());
                if (System.nanoTime() - again >= 0) {
                    group.addAll(later);
                    later.clear();
                    again = System.nanoTime() + askAgainAfter.toNanos();
                }
                later.addAll(unsettled(group));
            }
        } finally {
            waiting.addAll(later);
        }
    }

    /** @param nanos how long to wait for the first */
    private List<Waiting> arrived(long nanos) throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting first = waiting.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            group.add(first);
            waiting.drainTo(group, LARGEST_GROUP - 1);
        }
        return group;
    }

    /** @return those about which the database has not answered */
    private List<Waiting> unsettled(List<Waiting> group) {
        try {
            settlement.settle(group.stream().map(Waiting::attempt).toList());
            group.forEach(each -> each.whenSettled().run());
            return List.of();
        } catch (RetryableFailure unanswered) {
            LOG.log(Level.WARNING, "{0} attempts are not settled yet: {1}", group.size(), unanswered.getMessage());
            return List.copyOf(group);
        } catch (RuntimeException | Error failure) {
            return group.size() == 1 ? unburied(group.getFirst(), failure) : unsettledOneByOne(group);
        }
    }

    /** One attempt that cannot be settled must not hold up the others. */
    private List<Waiting> unsettledOneByOne(List<Waiting> group) {
        return group.stream()
                .map(List::of)
                .flatMap(each -> unsettled(each).stream())
                .toList();
    }

    private List<Waiting> unburied(Waiting unsettleable, Throwable failure) {
        try {
            settlement.bury(unsettleable.attempt(), failure);
            unsettleable.whenSettled().run();
            return List.of();
        } catch (RuntimeException | Error again) {
            return List.of(unsettleable);
        }
    }
}
