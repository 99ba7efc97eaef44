package dev.sluice.application.job;

import java.time.Duration;
import java.util.Collection;

/**
 * How long the dispatcher rests between two looks. Behind a full window or a limit it looks again soon, since jobs that
 * begin and end make room without a word. It rests the shorter the more of the window it has found free, so that workers
 * never run out of jobs, and the longer the less, so that one look dispatches for many. Noted by one thread.
 */
final class Pace {

    private static final Duration FIRST = Duration.ofMillis(8);

    /** With the look itself, which takes as long or longer, the time in which a fast machine empties half of a window. */
    private static final Duration SHORTEST = Duration.ofMillis(2);

    private static final Duration LONGEST = Duration.ofMillis(256);

    /** Nothing is held back: a wake-up or the poll ends the rest. */
    private static final Duration OPEN_END = Duration.ofMinutes(1);

    /** So soon comes a look of itself that no wake-up need bring it forward. */
    private static final Duration SOON = Duration.ofMillis(32);

    private volatile Duration pause = OPEN_END;

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
        /** What might go did not: it has changed since the look, or the dispatcher's term is over before its time. */
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

    /**
     * Takes note of a look at all queues; of none, if there was no look.
     *
     * @param broughtForward whether a wake-up had cut the rest short, so that little can have become free in it
     */
    void note(Collection<Look> looks, boolean broughtForward) {
        boolean heldBack = looks.stream().anyMatch(Look::isHeldBack);
        if (heldBack && isHeld()) {
            pause = next(looks, broughtForward);
        } else {
            pause = heldBack ? FIRST : OPEN_END;
        }
    }

    private boolean isHeld() {
        return !pause.equals(OPEN_END);
    }

    private Duration next(Collection<Look> looks, boolean broughtForward) {
        if (looks.contains(Look.MANY)) {
            return bounded(pause.dividedBy(2));
        }
        return looks.contains(Look.SOME) || broughtForward ? pause : bounded(pause.multipliedBy(2));
    }

    /** Whether the next look comes soon without a wake-up. May be asked by any thread. */
    boolean isShort() {
        return pause.compareTo(SOON) <= 0;
    }

    private static Duration bounded(Duration span) {
        return Duration.ofMillis(Math.clamp(span.toMillis(), SHORTEST.toMillis(), LONGEST.toMillis()));
    }

    /** The rest until the next look, at most this long. */
    Duration rest(Duration longest) {
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
