package dev.sluice.bench.process;

import dev.sluice.bench.service.InstalledProgram;
import dev.sluice.bench.service.JavaProcess;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A deployable unpacked, with a cache of what the JVM loaded and linked on a training run (JEP 483, JEP 514).
 *
 * @param folder holds the unpacked jar and the cache
 */
public record AotImage(Deployable deployable, Path folder) {

    private static final String CACHE = "application.aot";

    /** The JVM makes the cache as it ends. */
    private static final Duration ASSEMBLY = Duration.ofMinutes(3);

    /** Unpacks the jar and trains the cache by starting the process once, until it is ready. */
    public static AotImage trained(Deployable deployable, Map<String, Object> settings) {
        Path folder = Folders.temporary("bench-aot");
        AtExit.close(() -> Folders.delete(folder));
        AotImage image = new AotImage(deployable, folder);
        image.unpack();
        try (SluiceProcess training = deployable.launch(image.arguments("-XX:AOTCacheOutput="), settings)) {
            training.awaitReady();
            training.process().awaitEnd(ASSEMBLY);
            if (!Files.exists(folder.resolve(CACHE))) {
                throw new IllegalStateException(
                        "no cache was left by " + training.process().output());
            }
        }
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

    /** Starts it with the cache, and waits until it is ready. */
    public SluiceProcess start(Map<String, Object> settings) {
        SluiceProcess process = deployable.launch(arguments("-XX:AOTCache="), settings);
        process.awaitReady();
        return process;
    }

    private List<String> arguments(String cache) {
        List<String> arguments = new ArrayList<>(deployable.flags());
        arguments.add(cache + folder.resolve(CACHE));
        arguments.addAll(
                List.of("-jar", folder.resolve(deployable.jar().getFileName()).toString()));
        return arguments;
    }
}
