package dev.sluice.bench.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A program that is installed on this machine. */
public record InstalledProgram(Path path) {

    /** The first of that name on the PATH. */
    public static Optional<InstalledProgram> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(InstalledProgram::new)
                .findFirst();
    }

    /** What it prints when run with these arguments, without the space around it. */
    public String output(String... arguments) {
        return output(new ProcessBuilder().command(command(arguments)));
    }

    /** What it prints when run in the folder with these arguments. */
    public String outputIn(Path folder, String... arguments) {
        return output(new ProcessBuilder().command(command(arguments)).directory(folder.toFile()));
    }

    /** Runs it in the folder with these arguments and passes each line that it prints on as it comes. */
    public void follow(Path folder, Consumer<String> line, String... arguments) {
        var builder = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line);
            }
            requireSuccess(builder, process.waitFor(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + builder.command(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + builder.command(), stopped);
        }
    }

    private List<String> command(String... arguments) {
        return Stream.concat(Stream.of(path.toString()), Arrays.stream(arguments))
                .toList();
    }

    private static String output(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            requireSuccess(builder, process.waitFor(), output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + builder.command(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + builder.command(), stopped);
        }
    }

    private static void requireSuccess(ProcessBuilder builder, int status, String output) {
        if (status != 0) {
            throw new IllegalStateException(builder.command() + " failed: " + output);
        }
    }
}
