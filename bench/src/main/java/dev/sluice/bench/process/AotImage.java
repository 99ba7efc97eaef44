package dev.sluice.bench.process;

import dev.sluice.bench.service.InstalledProgram;
import dev.sluice.bench.service.JavaProcess;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A deployable as its container file leaves it: unpacked, with a cache of what the JVM loaded and linked on a training
 * run (JEP 483, JEP 514).
 *
 * @param folder holds the unpacked jar and the cache
 */
record AotImage(Deployable deployable, Path folder) {

    private static final String CACHE = "application.aot";

    /** The container file says why. */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private static final Duration ASSEMBLY = Duration.ofMinutes(3);

    private static final ConcurrentMap<Deployable, AotImage> IMAGES = new ConcurrentHashMap<>();

    /**
     * The image of a deployable, made when it is first asked for and deleted at the end of this process.
     *
     * @param settings of the training run, which lasts until the process is ready
     */
    static AotImage of(Deployable deployable, Map<String, Object> settings) {
        return IMAGES.computeIfAbsent(deployable, missing -> trained(missing, settings));
    }

    private static AotImage trained(Deployable deployable, Map<String, Object> settings) {
        Path folder = Folders.temporary("bench-aot");
        AtExit.close(() -> Folders.delete(folder));
        AotImage image = new AotImage(deployable, folder);
        image.unpack();
        image.train(settings);
        return image;
    }

    private void unpack() {
        List<String> command = JavaProcess.command(List.of(
                "-Djarmode=tools",
                "-jar",
                deployable.jar().toString(),
                "extract",
                "--destination",
                folder.toString(),
                "--force"));
        new InstalledProgram(Path.of(command.getFirst()))
                .output(command.subList(1, command.size()).toArray(String[]::new));
    }

    /** The JVM makes the cache as it ends. */
    private void train(Map<String, Object> settings) {
        List<String> arguments = new ArrayList<>(deployable.flags());
        arguments.addAll(WITHOUT_PROFILES);
        arguments.add("-XX:AOTCacheOutput=" + cache());
        arguments.addAll(List.of("-jar", application().toString()));
        try (SluiceProcess training = deployable.launch(arguments, settings)) {
            training.awaitReady();
            training.process().awaitEnd(ASSEMBLY);
            if (!Files.exists(cache())) {
                throw new IllegalStateException(
                        "no cache was left by " + training.process().output());
            }
        }
    }

    /** The arguments that start it as it is deployed. */
    List<String> arguments() {
        return arguments("-jar", application().toString());
    }

    /** The arguments that start it with another main class, found in that jar. */
    List<String> arguments(Class<?> main, Path jar) {
        return arguments("-cp", application() + File.pathSeparator + jar, main.getName());
    }

    private List<String> arguments(String... what) {
        List<String> arguments = new ArrayList<>(deployable.flags());
        arguments.add("-XX:AOTCache=" + cache());
        arguments.addAll(List.of(what));
        return arguments;
    }

    private Path application() {
        return folder.resolve(deployable.jar().getFileName());
    }

    private Path cache() {
        return folder.resolve(CACHE);
    }
}
