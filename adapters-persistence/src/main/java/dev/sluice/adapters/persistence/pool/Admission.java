package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The door in front of the pool. No more get in than the pool has connections, so nobody waits inside; the rest wait
 * here, the most urgent first and then in the order of their arrival. Safe for use by many threads.
 *
 * <p>Who can come again is refused when it comes, and not after it has waited: if those before it will take longer than
 * its deadline allows, by Little's law and how long connections have been held lately. So the queue is short in time
 * however long it is, which is what CoDel bounds (Nichols and Jacobson, "Controlling Queue Delay", 2012), and whoever is
 * in it is worth serving, so that it need not be turned round under overload as in "Fail at Scale" (Maurer, 2015).
 */
final class Admission {

    /** Sooner nobody need come again. */
    private static final Duration SHORTEST_RETRY = Duration.ofMillis(100);

    /** By then the queue is another one. */
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final AdmissionLimits limits;
    private final IntSupplier capacity;
    private final AdmissionTally tally;
    private final Lanes lanes;
    private final Progress progress;
    private long arrivals;

    /** @param capacity how many connections there may be now; cheap to ask and never fails */
    Admission(AdmissionLimits limits, IntSupplier capacity, AdmissionTally tally) {
        this.limits = limits;
        this.capacity = capacity;
        this.tally = tally;
        this.lanes = new Lanes(limits);
        this.progress = new Progress(limits.stall());
    }

    /**
     * Waits for a turn.
     *
     * @throws Overloaded if there is none, at once or after the wait
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Permit enter(Purpose purpose, Work work) {
        Waiter waiter = arrive(lanes.of(purpose), work);
        if (waiter.isUndecided()) {
            await(waiter, end(waiter, work.deadline()));
            countWait(waiter);
        }
        Permit permit = waiter.permit();
        if (permit == null) {
            throw refusal(waiter);
        }
        return permit;
    }

    private Waiter arrive(Lane lane, Work work) {
        lock.lock();
        try {
            Waiter waiter = new Waiter(lane, work, arrivals++, System.nanoTime());
            Optional<Refused> refused = refused(lane, work);
            if (refused.isPresent()) {
                waiter.refuse(refused.get());
            } else {
                lanes.add(waiter);
                letIn(waiter);
            }
            return waiter;
        } finally {
            lock.unlock();
        }
    }

    /** Why there is no use in waiting. */
    private Optional<Refused> refused(Lane lane, Work work) {
        int room = capacity.getAsInt();
        Urgency urgency = work.urgency();
        if (room == 0) {
            return Optional.of(Refused.UNREACHABLE);
        }
        if (work.isLate()) {
            return Optional.of(Refused.LATE);
        }
        if (lanes.isFree(lane, urgency, room) || urgency == Urgency.VITAL) {
            return Optional.empty();
        }
        if (lanes.waiting() >= limits.waiting()) {
            return Optional.of(Refused.BUSY);
        }
        return urgency.isPatient() ? Optional.empty() : hopeless(lane, work);
    }

    private Optional<Refused> hopeless(Lane lane, Work work) {
        if (stallsIn() <= 0) {
            return Optional.of(Refused.STALLED);
        }
        long turn = lane.expectedWait(work.urgency());
        Deadline deadline = work.deadline();
        boolean tooLate = deadline != null
                && turn + lane.typicalHold() > deadline.remaining().toNanos();
        boolean tooLong = turn > limits.longestQueue(lane.purpose()).toNanos();
        return tooLate || tooLong ? Optional.of(Refused.BUSY) : Optional.empty();
    }

    /**
     * Lets in all whose turn it is, and sends away those who would not be done in time: their work would be in vain.
     *
     * @param arrived who has only just come, and takes nothing from others by trying
     */
    private void letIn(@Nullable Waiter arrived) {
        int room = capacity.getAsInt();
        for (Waiter next = lanes.letIn(room); next != null; next = lanes.letIn(room)) {
            long now = System.nanoTime();
            if (next != arrived && next.isHopeless(now)) {
                lanes.abandon(next.lane());
                next.refuse(Refused.LATE);
            } else {
                progress.began(now);
                next.admit(new Permit(this, next.lane(), now));
            }
        }
    }

    private void await(Waiter waiter, long until) {
        while (waiter.isUndecided()) {
            long left = until - System.nanoTime();
            long stallsIn = waiter.urgency().isPatient() ? left : stallsIn();
            if (left <= 0 || stallsIn <= 0) {
                withdraw(waiter, left <= 0 ? Refused.LATE : Refused.STALLED);
            } else if (waiter.isUndecided()) {
                // Asked once more: the wait for the lock may have used up the waking.
                LockSupport.parkNanos(this, Math.min(left, stallsIn));
                leaveIfInterrupted(waiter);
            }
        }
    }

    private void leaveIfInterrupted(Waiter waiter) {
        if (Thread.interrupted()) {
            withdraw(waiter, Refused.LATE);
            Thread.currentThread().interrupt();
            if (waiter.permit() == null) {
                throw new RetryableFailure("interrupted while waiting for a connection", new InterruptedException());
            }
        }
    }

    private void withdraw(Waiter waiter, Refused why) {
        lock.lock();
        try {
            if (lanes.remove(waiter)) {
                waiter.refuse(why);
            }
        } finally {
            lock.unlock();
        }
    }

    private long end(Waiter waiter, @Nullable Deadline deadline) {
        long longest = waiter.since() + limits.patience().toNanos();
        return deadline == null || longest - deadline.nanos() < 0 ? longest : deadline.nanos();
    }

    private long stallsIn() {
        lock.lock();
        try {
            return lanes.inUse() == 0 ? limits.stall().toNanos() : progress.stallsIn(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private void countWait(Waiter waiter) {
        Permit permit = waiter.permit();
        if (permit != null) {
            tally.waited(waiter.lane().purpose(), permit.since() - waiter.since());
        }
    }

    private Overloaded refusal(Waiter waiter) {
        Refused why = Objects.requireNonNull(waiter.refused());
        tally.refused(waiter.lane().purpose(), waiter.urgency(), why);
        return new Overloaded(why.message(), retryAfter(waiter, why));
    }

    /** Spread out, so that those who were refused together do not come again together. */
    private Duration retryAfter(Waiter waiter, Refused why) {
        Duration wait = why.isOutage() ? Refused.OUTAGE : Duration.ofNanos(expectedWait(waiter));
        long millis = Math.clamp(wait.toMillis(), SHORTEST_RETRY.toMillis(), LONGEST_RETRY.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
    }

    private long expectedWait(Waiter waiter) {
        lock.lock();
        try {
            return waiter.lane().expectedWait(waiter.urgency());
        } finally {
            lock.unlock();
        }
    }

    /** A connection has come back. */
    void leave(Permit permit) {
        lock.lock();
        try {
            long now = System.nanoTime();
            progress.ended(now);
            lanes.leave(permit.lane(), now - permit.since());
            letIn(null);
        } finally {
            lock.unlock();
        }
    }

    /** No connection was to be had inside. */
    void abandon(Permit permit, boolean hangs) {
        lock.lock();
        try {
            if (hangs) {
                progress.failed();
            }
            lanes.abandon(permit.lane());
            letIn(null);
        } finally {
            lock.unlock();
        }
    }

    /** Sends away all who wait if there is no connection and none can be opened. */
    void noteOutage() {
        lock.lock();
        try {
            Waiter waiter = capacity.getAsInt() == 0 ? lanes.any() : null;
            while (waiter != null) {
                withdraw(waiter, Refused.UNREACHABLE);
                waiter = lanes.any();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets in whoever may come now that there are more connections. */
    void noteConnection() {
        lock.lock();
        try {
            letIn(null);
        } finally {
            lock.unlock();
        }
    }

    int inUse() {
        lock.lock();
        try {
            return lanes.inUse();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return lanes.waiting();
        } finally {
            lock.unlock();
        }
    }
}
