package dev.sluice.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A POSIX signal that {@link ProcessHandle} cannot send by itself. */
public enum Signal {
    /** Interrupts: PostgreSQL ends its sessions and shuts down. */
    INT,
    /** Suspends the process until {@link #CONT}. */
    STOP,
    /** Resumes a suspended process. */
    CONT;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Sends this signal; a process that has ended already is no error. */
    public void sendTo(ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", "-s", name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Waiting.untilEnded(kill.toHandle(), LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send " + this + " to process " + process.pid(), e);
        }
    }
}
