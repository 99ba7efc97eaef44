package dev.sluice.application.job;

import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;

/**
 * How long the dispatcher rests between two looks. Behind a full window or a limit it looks again soon, since jobs that
 * begin and end make room without a word. It rests the shorter the more of the window it has found free, so that workers
 * never run out of jobs, and the longer the less, so that one look dispatches for many. Noted by one thread.
 */
final class Pace {

    private static final Duration SHORTEST = Duration.ofMillis(4);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** So soon comes a look of itself that no wake-up need bring it forward. */
    private static final Duration SOON = Duration.ofMillis(32);

    private final LongSupplier nanoTime;
    private long lookedAt;
    private boolean heldBack;
    private volatile Duration pause = LONGEST;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
    }

    /** What a look at a queue came to. */
    enum Look {
        /** There was nothing to send. */
        NOTHING,
        /** All was sent. */
        ALL,
        /** Something was sent, less than a quarter of the window, and the rest is held back. */
        FEW,
        /** Something was sent, about as much as should be free at each look, and the rest is held back. */
        SOME,
        /** Something was sent, half of the window was free or more, and the window or a limit holds the rest back. */
        MANY,
        /** All that waits is held back by the window or a limit. */
        NONE,
        /** What might go did not: the dispatcher's term may be over before its time. */
        DENIED;

        /** A look that has sent something and left something behind. */
        static Look sent(int room, int window) {
            if (room < window / 4) {
                return FEW;
            }
            return room < window / 2 ? SOME : MANY;
        }

        private boolean isHeldBack() {
            return this != NOTHING && this != ALL;
        }
    }

    /** Takes note of a look at all queues; of none, if there was no look. */
    void note(Collection<Look> looks) {
        long now = nanoTime.getAsLong();
        Duration since = Duration.ofNanos(now - lookedAt);
        lookedAt = now;
        boolean heldBackBefore = heldBack;
        heldBack = looks.stream().anyMatch(Look::isHeldBack);
        pause = heldBack ? pause(looks, heldBackBefore ? since : Duration.ZERO) : LONGEST;
    }

    /** @param since the time since the look before, if that was held back too */
    private static Duration pause(Collection<Look> looks, Duration since) {
        if (looks.contains(Look.MANY)) {
            return longer(SHORTEST, since.dividedBy(2));
        }
        return longer(SHORTEST, looks.contains(Look.SOME) ? since : since.multipliedBy(2));
    }

    /** Whether the next look comes soon without a wake-up. May be asked by any thread. */
    boolean isShort() {
        return pause.compareTo(SOON) <= 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The rest until the next look, at most this long. */
    Duration rest(Duration longest) {
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
