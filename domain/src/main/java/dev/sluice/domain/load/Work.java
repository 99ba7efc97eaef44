package dev.sluice.domain.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the calling thread is at: how urgent it is and by when it must be done. Whoever begins a piece of work says so
 * ({@link #call}), and whatever has to wait within it asks ({@link #current}), without anything passed along in between.
 * It does not reach threads that are started meanwhile.
 *
 * @param deadline null where the work itself has none; each wait in it is bounded even so
 * @param requestId names the request that it is done for, in its process or in another before; null where there is none
 */
public record Work(
        Urgency urgency,
        @Nullable Deadline deadline,
        @Nullable String requestId) {

    private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();
    private static final Work UNNAMED = new Work(Urgency.BACKGROUND, null);

    /** Work that no request has asked for. */
    public Work(Urgency urgency, @Nullable Deadline deadline) {
        this(urgency, deadline, null);
    }

    /** Work without a deadline of its own. */
    public static Work of(Urgency urgency) {
        return new Work(urgency, null);
    }

    /** What this thread is at; background work if nobody has said anything. */
    public static Work current() {
        return CURRENT.orElse(UNNAMED);
    }

    /** Does a step of this work on the calling thread. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> step) throws X {
        return ScopedValue.where(CURRENT, this).call(step);
    }

    /** Like {@link #call} for a step without a result. */
    public void run(Runnable step) {
        ScopedValue.where(CURRENT, this).run(step);
    }

    /** So long, or as long as there is time for this work; zero if there is none left. */
    public Duration atMost(Duration span) {
        Duration left = deadline == null ? span : deadline.remaining();
        Duration shorter = left.compareTo(span) < 0 ? left : span;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    /** Whether there is no use in going on. */
    public boolean isLate() {
        return deadline != null && deadline.isOver();
    }
}
