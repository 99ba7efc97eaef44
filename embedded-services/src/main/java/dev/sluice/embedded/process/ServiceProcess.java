package dev.sluice.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A service that runs as a child process, its output going to a log file. */
public final class ServiceProcess {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path log;

    private ServiceProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts the command with the environment added to this JVM's own. */
    public static ServiceProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder) {
        Path log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /**
     * Waits until the service is ready.
     *
     * @throws IllegalStateException when the process ended or the limit passed; it is ended then, and its log is told
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        boolean settled = Waiting.until(() -> !process.isAlive() || ready.getAsBoolean(), limit);
        if (!settled || !process.isAlive()) {
            kill();
            throw new IllegalStateException(name + " did not become ready: " + output());
        }
    }

    /**
     * Waits until a command has done what it was started for.
     *
     * @throws IllegalStateException when it failed or the limit passed; it is ended then, and its log is told
     */
    public void awaitSuccess(Duration limit) {
        if (!Waiting.untilEnded(handle(), limit) || process.exitValue() != 0) {
            kill();
            throw new IllegalStateException(name + " failed: " + output());
        }
    }

    /** Sends the signal to the process and all that it has started. */
    public void signal(Signal signal) {
        process.descendants().forEach(signal::sendTo);
        signal.sendTo(handle());
    }

    /** The process as the operating system knows it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks the process to end, and kills it when it does not within 15 s. */
    public void terminate() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        Waiting.untilEnded(handle(), GRACE);
        kill();
        children.forEach(ServiceProcess::kill);
    }

    /** Kills the process and its children at once, and returns when they are gone. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        kill(handle());
        children.forEach(ServiceProcess::kill);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        Waiting.untilEnded(process, GRACE);
    }

    private String output() {
        try {
            return Files.readString(log).strip();
        } catch (IOException e) {
            return "no log, " + e.getMessage();
        }
    }
}
