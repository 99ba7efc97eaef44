package dev.sluice.application.job;

import java.time.Duration;
import java.util.Collection;

/**
 * How long the dispatcher rests between two looks. Behind a full window or a limit it looks again soon, since jobs that
 * begin and end make room without a word; the longer it has found none, the longer it rests. Used by one thread.
 */
final class Pace {

    /** Where jobs are short, many are claimed in this time, and one look dispatches for all of them. */
    private static final Duration SHORTEST = Duration.ofMillis(4);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration pause = LONGEST;
    private boolean heldBack;

    /** What a look at a queue came to. */
    enum Look {
        /** There was nothing to send. */
        NOTHING,
        /** All was sent that was seen; there may be more. */
        ALL,
        /** Something was sent, and the window or a limit holds the rest back. */
        SOME,
        /** All that waits is held back by the window or a limit. */
        NONE,
        /** What might go did not: the dispatcher's term may be over before its time. */
        DENIED
    }

    /** Takes note of a look at all queues; of none, if there was no look. */
    void note(Collection<Look> looks) {
        boolean heldBackBefore = heldBack;
        heldBack = looks.stream().anyMatch(look -> look == Look.SOME || look == Look.NONE || look == Look.DENIED);
        if (!heldBack) {
            pause = LONGEST;
        } else if (looks.contains(Look.SOME) || !heldBackBefore) {
            pause = SHORTEST;
        } else {
            pause = rest(LONGEST.dividedBy(2)).multipliedBy(2);
        }
    }

    /** The rest until the next look, at most this long. */
    Duration rest(Duration longest) {
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
