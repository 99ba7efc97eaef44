package dev.sluice.bench.service;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of Sluice in a JVM of its own. */
public final class JavaProcess implements AutoCloseable {

    private final String name;
    private final Path folder;
    private final ServiceProcess process;
    private boolean closed;

    private JavaProcess(String name, Path folder, ServiceProcess process) {
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /** @param arguments of the {@code java} command, with absolute paths: it runs in a folder of its own */
    public static JavaProcess start(String name, List<String> arguments) {
        Path folder = Folders.temporary("bench-" + name);
        JavaProcess started =
                new JavaProcess(name, folder, ServiceProcess.start(name, command(arguments), Map.of(), folder));
        AtExit.close(started);
        return started;
    }

    /** The command that runs this JVM's {@code java} with the arguments. */
    public static List<String> command(List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.concat(Stream.of(java.toString()), arguments.stream()).toList();
    }

    /** The class path of this JVM, for use in any folder. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Spring's keys and their values as arguments of a program. */
    public static List<String> arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
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
