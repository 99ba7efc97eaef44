package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
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

    private static final List<Urgency> MOST_URGENT_FIRST = List.of(Urgency.values());

    /** Sooner nobody need come again. */
    private static final Duration SHORTEST_RETRY = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final AdmissionLimits limits;
    private final Map<Purpose, Lane> lanes;
    private final IntSupplier capacity;
    private final AdmissionTally tally;
    private int inUse;
    private int waiting;
    private long arrivals;
    private long progress = System.nanoTime();
    private boolean hangs;

    /** @param capacity how many connections there may be now; cheap to ask and never fails */
    Admission(AdmissionLimits limits, IntSupplier capacity, AdmissionTally tally) {
        this.limits = limits;
        this.capacity = capacity;
        this.tally = tally;
        this.lanes = Arrays.stream(Purpose.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), purpose -> new Lane(purpose, limits.connections(purpose))));
    }

    /**
     * Waits for a turn.
     *
     * @throws Overloaded if there is none, at once or after the wait
     * @throws RetryableFailure if the thread is interrupted while it waits; it stays marked as interrupted
     */
    Permit enter(Purpose purpose, Work work) {
        Waiter waiter = arrive(Objects.requireNonNull(lanes.get(purpose)), work);
        long until = end(waiter, work);
        boolean waited = waiter.isUndecided();
        while (waiter.isUndecided()) {
            long left = patience(waiter, until);
            if (left <= 0) {
                withdraw(waiter, isStalled(waiter) ? Refused.STALLED : Refused.LATE);
            } else {
                LockSupport.parkNanos(this, left);
                leaveIfInterrupted(waiter);
            }
        }
        Permit permit = waiter.permit();
        if (permit == null) {
            throw refusal(waiter);
        }
        if (waited) {
            tally.waited(purpose, permit.since() - waiter.since());
        }
        return permit;
    }

    private Waiter arrive(Lane lane, Work work) {
        lock.lock();
        try {
            Waiter waiter = new Waiter(lane, work.urgency(), arrivals++, System.nanoTime());
            Optional<Refused> refused = refused(lane, work);
            if (refused.isPresent()) {
                waiter.refuse(refused.get());
            } else {
                lane.add(waiter);
                waiting++;
                admitWaiting();
            }
            return waiter;
        } finally {
            lock.unlock();
        }
    }

    /** Why there is no use in waiting. */
    private Optional<Refused> refused(Lane lane, Work work) {
        int room = capacity.getAsInt();
        if (room == 0) {
            return Optional.of(Refused.UNREACHABLE);
        }
        if (work.isLate()) {
            return Optional.of(Refused.LATE);
        }
        boolean free = inUse < room && waiting == 0 && lane.isOpenTo(work.urgency());
        if (free || work.urgency() == Urgency.VITAL) {
            return Optional.empty();
        }
        if (waiting >= limits.waiting()) {
            return Optional.of(Refused.BUSY);
        }
        if (work.urgency().isPatient()) {
            return Optional.empty();
        }
        return isStalled() ? Optional.of(Refused.STALLED) : tooLong(lane, work);
    }

    private Optional<Refused> tooLong(Lane lane, Work work) {
        Deadline deadline = work.deadline();
        long bound = limits.longestQueue(lane.purpose()).toNanos();
        long most =
                deadline == null ? bound : Math.min(bound, deadline.remaining().toNanos());
        return lane.expectedWait(work.urgency()) > most ? Optional.of(Refused.BUSY) : Optional.empty();
    }

    /** Lets in all whose turn it is. */
    private void admitWaiting() {
        int room = capacity.getAsInt();
        Waiter next = next();
        while (next != null && inUse < room) {
            admit(next);
            next = next();
        }
    }

    private @Nullable Waiter next() {
        Waiter next = null;
        for (Urgency urgency : MOST_URGENT_FIRST) {
            next = next == null && waiting > 0 ? first(urgency) : next;
        }
        return next;
    }

    private @Nullable Waiter first(Urgency urgency) {
        Waiter first = null;
        for (Lane lane : lanes.values()) {
            Waiter other = lane.isOpenTo(urgency) ? lane.first(urgency) : null;
            if (other != null && (first == null || other.number() < first.number())) {
                first = other;
            }
        }
        return first;
    }

    private void admit(Waiter waiter) {
        waiter.lane().remove(waiter);
        waiting--;
        waiter.lane().enter();
        inUse++;
        progress = System.nanoTime();
        waiter.admit(new Permit(this, waiter.lane(), progress));
    }

    /** A connection has come back. */
    void leave(Permit permit) {
        lock.lock();
        try {
            progress = System.nanoTime();
            hangs = false;
            permit.lane().leave(progress - permit.since());
            inUse--;
            admitWaiting();
        } finally {
            lock.unlock();
        }
    }

    /** No connection was to be had inside. */
    void abandon(Permit permit) {
        lock.lock();
        try {
            hangs = true;
            permit.lane().abandon();
            inUse--;
            admitWaiting();
        } finally {
            lock.unlock();
        }
    }

    /** Sends away all who wait if there is no connection and none can be opened. */
    void noteOutage() {
        lock.lock();
        try {
            if (capacity.getAsInt() == 0) {
                MOST_URGENT_FIRST.forEach(urgency -> lanes.values().forEach(lane -> clear(lane, urgency)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void clear(Lane lane, Urgency urgency) {
        for (Waiter waiter = lane.first(urgency); waiter != null; waiter = lane.first(urgency)) {
            withdraw(waiter, Refused.UNREACHABLE);
        }
    }

    /** Lets in whoever may come now that there are more connections. */
    void noteConnection() {
        lock.lock();
        try {
            admitWaiting();
        } finally {
            lock.unlock();
        }
    }

    private void withdraw(Waiter waiter, Refused why) {
        lock.lock();
        try {
            if (waiter.lane().remove(waiter)) {
                waiting--;
                waiter.refuse(why);
            }
        } finally {
            lock.unlock();
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

    private long end(Waiter waiter, Work work) {
        Deadline deadline = work.deadline();
        long longest = waiter.since() + limits.patience().toNanos();
        return deadline == null || longest - deadline.nanos() < 0 ? longest : deadline.nanos();
    }

    /** How long it may still wait before somebody must look, in nanoseconds. */
    private long patience(Waiter waiter, long until) {
        long now = System.nanoTime();
        long left = until - now;
        return waiter.urgency().isPatient() ? left : Math.min(left, stalledIn(now));
    }

    private boolean isStalled(Waiter waiter) {
        return !waiter.urgency().isPatient() && isStalled();
    }

    private boolean isStalled() {
        return stalledIn(System.nanoTime()) <= 0;
    }

    private long stalledIn(long now) {
        lock.lock();
        try {
            long left = progress + limits.stall().toNanos() - now;
            return inUse == 0 ? limits.stall().toNanos() : hangs ? 0 : left;
        } finally {
            lock.unlock();
        }
    }

    private Overloaded refusal(Waiter waiter) {
        Refused why = Objects.requireNonNull(waiter.refused());
        tally.refused(waiter.lane().purpose(), waiter.urgency(), why);
        return new Overloaded(why.message(), retryAfter(waiter, why));
    }

    /** Spread out, so that those who were refused together do not come again together. */
    private Duration retryAfter(Waiter waiter, Refused why) {
        Duration queue = Duration.ofNanos(expectedWait(waiter));
        Duration base = why == Refused.UNREACHABLE || why == Refused.STALLED ? Refused.OUTAGE : queue;
        Duration least = base.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : base;
        return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis()));
    }

    private long expectedWait(Waiter waiter) {
        lock.lock();
        try {
            return waiter.lane().expectedWait(waiter.urgency());
        } finally {
            lock.unlock();
        }
    }

    int inUse() {
        lock.lock();
        try {
            return inUse;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
