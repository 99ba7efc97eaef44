package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that waits for its turn. Decided about under the admission's lock, and woken then. */
final class Waiter {

    private final Thread thread = Thread.currentThread();
    private final Lane lane;
    private final Work work;
    private final long number;
    private final long since;
    private volatile @Nullable Permit permit;
    private volatile @Nullable Refused refused;

    /**
     * @param number orders the waiters by their arrival
     * @param since when it began to wait, in nanoseconds
     */
    Waiter(Lane lane, Work work, long number, long since) {
        this.lane = lane;
        this.work = work;
        this.number = number;
        this.since = since;
    }

    Lane lane() {
        return lane;
    }

    Urgency urgency() {
        return work.urgency();
    }

    long number() {
        return number;
    }

    long since() {
        return since;
    }

    @Nullable
    Permit permit() {
        return permit;
    }

    @Nullable
    Refused refused() {
        return refused;
    }

    /** Whether its deadline will come before it is done, as far as can be told: nobody need begin it then. */
    boolean isHopeless(long now) {
        Deadline deadline = work.deadline();
        return deadline != null && !urgency().isPatient() && deadline.nanos() - now < lane.typicalHold();
    }

    boolean isUndecided() {
        return permit == null && refused == null;
    }

    void admit(Permit granted) {
        permit = granted;
        LockSupport.unpark(thread);
    }

    void refuse(Refused why) {
        refused = why;
        LockSupport.unpark(thread);
    }
}
