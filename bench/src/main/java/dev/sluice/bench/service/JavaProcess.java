package dev.sluice.bench.service;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a part of Sluice is run in a JVM of its own. */
public final class JavaProcess {

    private JavaProcess() {}

    /** @param arguments of the {@code java} command, with absolute paths: it runs in a folder of its own */
    public static RunningProcess start(String name, List<String> arguments) {
        return RunningProcess.start(name, command(arguments), Map.of());
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
}
