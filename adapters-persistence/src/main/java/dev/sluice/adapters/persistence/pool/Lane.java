package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.Urgency;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Those who take or want a connection for one purpose. Used under the admission's lock. */
final class Lane {

    /** So many must have had a connection before it is known how long one is held: the first are slow on a cold process. */
    private static final int TELLING = 64;

    /** How much of what is known each of them changes. */
    private static final double WEIGHT = 1.0 / 32;

    private final Purpose purpose;
    private final int limit;
    private final Map<Urgency, SequencedSet<Waiter>> waiting =
            Arrays.stream(Urgency.values()).collect(Collectors.toMap(Function.identity(), u -> new LinkedHashSet<>()));
    private int inUse;
    private int held;
    private double meanHold;

    Lane(Purpose purpose, int limit) {
        this.purpose = purpose;
        this.limit = limit;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Vital work has no limit but the pool's size. */
    boolean isOpenTo(Urgency urgency) {
        return inUse < limit || urgency == Urgency.VITAL;
    }

    void enter() {
        inUse++;
    }

    void leave(long heldNanos) {
        inUse--;
        held++;
        meanHold += (heldNanos - meanHold) * Math.max(WEIGHT, 1.0 / held);
    }

    void abandon() {
        inUse--;
    }

    void add(Waiter waiter) {
        queue(waiter.urgency()).add(waiter);
    }

    /** @return whether it was waiting */
    boolean remove(Waiter waiter) {
        return queue(waiter.urgency()).remove(waiter);
    }

    @Nullable
    Waiter first(Urgency urgency) {
        SequencedSet<Waiter> queue = queue(urgency);
        return queue.isEmpty() ? null : queue.getFirst();
    }

    /** How long one who comes now will have to wait in nanoseconds, by how long those before it hold their connections. */
    long expectedWait(Urgency urgency) {
        int before = 0;
        for (Map.Entry<Urgency, SequencedSet<Waiter>> queue : waiting.entrySet()) {
            before += queue.getKey().compareTo(urgency) <= 0 ? queue.getValue().size() : 0;
        }
        return before * typicalHold() / limit;
    }

    /** For how long one holds its connection in nanoseconds; 0 if that is not known. */
    long typicalHold() {
        return held < TELLING ? 0 : (long) meanHold;
    }

    private SequencedSet<Waiter> queue(Urgency urgency) {
        return Objects.requireNonNull(waiting.get(urgency));
    }
}
