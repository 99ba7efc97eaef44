package dev.sluice.local;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.local.console.Console;
import dev.sluice.local.state.StateFolder;

/** State for one run, removed at the end when it is not wanted any more and kept for a look otherwise. */
final class TemporaryState implements AutoCloseable {
    private final StateFolder folder;
    private final Console console;
    private volatile boolean discarded;

    private TemporaryState(StateFolder folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    static TemporaryState open(Console console) {
        var state = new TemporaryState(StateFolder.claim(Folders.temporary("smoke")), console);
        AtExit.close(state);
        return state;
    }

    StateFolder folder() {
        return folder;
    }

    void discard() {
        discarded = true;
    }

    @Override
    public void close() {
        if (discarded) {
            Folders.delete(folder.path());
            console.line("Everything has stopped.");
        } else {
            console.line("Everything has stopped. Logs and data are kept in " + folder.path());
        }
    }
}
