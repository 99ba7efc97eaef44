package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.Urgency;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is inside, who waits, and whose turn it is. Used under the admission's lock. */
final class Lanes {

    private static final List<Urgency> MOST_URGENT_FIRST = List.of(Urgency.values());

    private final Map<Purpose, Lane> lanes;
    private int inUse;
    private int waiting;

    Lanes(AdmissionLimits limits) {
        lanes = Arrays.stream(Purpose.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), purpose -> new Lane(purpose, limits.connections(purpose))));
    }

    Lane of(Purpose purpose) {
        return Objects.requireNonNull(lanes.get(purpose));
    }

    int inUse() {
        return inUse;
    }

    int waiting() {
        return waiting;
    }

    /** @param room how many may be inside */
    boolean isFree(Lane lane, Urgency urgency, int room) {
        return inUse < room && lane.isOpenTo(urgency) && next() == null;
    }

    void add(Waiter waiter) {
        waiter.lane().add(waiter);
        waiting++;
    }

    /** @return whether it was waiting */
    boolean remove(Waiter waiter) {
        boolean removed = waiter.lane().remove(waiter);
        waiting -= removed ? 1 : 0;
        return removed;
    }

    /**
     * Lets in whose turn it is.
     *
     * @param room how many may be inside
     * @return null if it is nobody's
     */
    @Nullable
    Waiter letIn(int room) {
        Waiter next = inUse < room ? next() : null;
        if (next != null) {
            remove(next);
            next.lane().enter();
            inUse++;
        }
        return next;
    }

    void leave(Lane lane, long heldNanos) {
        lane.leave(heldNanos);
        inUse--;
    }

    /** Somebody was inside for nothing. */
    void abandon(Lane lane) {
        lane.abandon();
        inUse--;
    }

    /** Anybody who waits, or null. */
    @Nullable
    Waiter any() {
        return lanes.values().stream()
                .flatMap(lane -> MOST_URGENT_FIRST.stream().map(lane::first))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
}
