package dev.sluice.local;

import dev.sluice.local.state.StateFolder;

/** Where this process's own log goes; set before anything logs. */
final class LocalLog {
    private LocalLog() {}

    static void keepIn(StateFolder state) {
        System.setProperty(
                "sluice.local.log", state.logs().resolve("services.log").toString());
    }
}
