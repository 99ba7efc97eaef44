package dev.sluice.local;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.local.console.Console;
import dev.sluice.local.state.ProcessLedger;
import dev.sluice.local.state.StateFolder;
import java.util.concurrent.CountDownLatch;

/** The words at the end of a run, and what it forgets then. */
final class Ending {
    private Ending() {}

    /** To be called before anything starts, as what is registered first is closed last. */
    static void announceStopped(Console console, StateFolder state) {
        AtExit.close(() -> {
            new ProcessLedger(state).forget();
            console.line("Everything has stopped.");
        });
    }

    /** To be called when all has started. */
    static void announceStopping(Console console) {
        AtExit.close(() -> {
            console.line("");
            console.line("Stopping …");
        });
    }

    /** Waits for Ctrl-C. */
    static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
