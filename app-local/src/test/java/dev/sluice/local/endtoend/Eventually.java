package dev.sluice.local.endtoend;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what processes do that may be killed meanwhile. */
final class Eventually {

    private Eventually() {}

    /**
     * A wait that does not take over what other threads die of, as Awaitility's does unless told otherwise: a thread of
     * the mail server dies when the worker that it answers has been killed.
     */
    static ConditionFactory within(Duration patience) {
        return Awaitility.await().dontCatchUncaughtExceptions().atMost(patience);
    }
}
