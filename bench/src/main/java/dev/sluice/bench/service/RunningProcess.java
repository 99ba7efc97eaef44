package dev.sluice.bench.service;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.ServiceProcess;
import dev.sluice.embedded.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** A program that is measured, in a process and a folder of its own. It ends with this JVM at the latest. */
public final class RunningProcess implements AutoCloseable {

    private final String name;
    private final Path folder;
    private final ServiceProcess process;
    private boolean closed;

    private RunningProcess(String name, Path folder, ServiceProcess process) {
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /**
     * @param command with absolute paths, as it runs in a folder of its own
     * @param environment added to that of this JVM
     */
    public static RunningProcess start(String name, List<String> command, Map<String, String> environment) {
        Path folder = Folders.temporary("bench-" + name);
        RunningProcess started =
                new RunningProcess(name, folder, ServiceProcess.start(name, command, environment, folder));
        AtExit.close(started);
        return started;
    }

    public boolean isAlive() {
        return process.handle().isAlive();
    }

    /** @throws IllegalStateException with its output, if it ends before or is not ready within the limit */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        process.awaitReady(ready, limit);
    }

    /** All that it has printed. */
    public String output() {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException("no log of " + name, e);
        }
    }

    /** The most memory in MiB that it has ever had resident; empty where the system does not tell. */
    public OptionalDouble peakResident() {
        return ResidentMemory.peak(process.handle().pid());
    }

    /**
     * Asks it to end and waits until it has, for as long as what it does then may take.
     *
     * @throws IllegalStateException with its output, if it does not end within the limit
     */
    public void awaitEnd(Duration limit) {
        process.handle().destroy();
        if (!Waiting.untilEnded(process.handle(), limit)) {
            throw new IllegalStateException(name + " did not end: " + output());
        }
    }

    /** Closing it again does nothing: an interrupted benchmark closes it from two sides. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        AtExit.forget(this);
        process.terminate();
        Folders.delete(folder);
    }
}
