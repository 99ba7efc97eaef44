package dev.sluice.application.job;

import dev.sluice.domain.failure.RetryableFailure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Settles attempts in groups: those that end while one group commits make up the next ("group commit", DeWitt and others,
 * 1984). Whoever waits first settles for all. Safe for use by many threads.
 */
public final class Settler {

    private static final System.Logger LOG = System.getLogger(Settler.class.getName());
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int LARGEST_GROUP = 200;

    private final JobSettlement settlement;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Lock settling = new ReentrantLock();

    public Settler(JobSettlement settlement) {
        this.settlement = settlement;
    }

    private static final class Waiting {
        private final EndedAttempt attempt;
        private volatile boolean settled;

        Waiting(EndedAttempt attempt) {
            this.attempt = attempt;
        }
    }

    /**
     * Settles an attempt, however long the database takes to answer: while the lease is renewed nobody else would free
     * the job, and once it is not, the claim is lost and the settlement says so.
     *
     * @throws InterruptedException if the worker gives it up while the database does not answer
     */
    void settle(EndedAttempt attempt) throws InterruptedException {
        Waiting own = new Waiting(attempt);
        waiting.add(own);
        while (!own.settled) {
            if (!settleGroup(own)) {
                Thread.sleep(ASK_AGAIN_AFTER);
            }
        }
    }

    /** @return whether the database has answered */
    private boolean settleGroup(Waiting own) {
        settling.lock();
        try {
            return own.settled || settleNext();
        } finally {
            settling.unlock();
        }
    }

    private boolean settleNext() {
        List<Waiting> group = new ArrayList<>();
        waiting.drainTo(group, LARGEST_GROUP);
        boolean answered = settled(group);
        group.stream().filter(each -> !each.settled).forEach(waiting::add);
        return answered;
    }

    private boolean settled(List<Waiting> group) {
        try {
            settlement.settle(group.stream().map(each -> each.attempt).toList());
            group.forEach(each -> each.settled = true);
            return true;
        } catch (RetryableFailure unanswered) {
            LOG.log(Level.WARNING, "{0} attempts are not settled yet: {1}", group.size(), unanswered.getMessage());
            return false;
        } catch (RuntimeException | Error failure) {
            return group.size() == 1 ? buried(group.getFirst(), failure) : settledOneByOne(group);
        }
    }

    /** One attempt that cannot be settled must not hold up the others. */
    private boolean settledOneByOne(List<Waiting> group) {
        return group.stream().map(List::of).allMatch(this::settled);
    }

    private boolean buried(Waiting unsettleable, Throwable failure) {
        try {
            settlement.bury(unsettleable.attempt, failure);
            unsettleable.settled = true;
            return true;
        } catch (RuntimeException | Error again) {
            return false;
        }
    }
}
