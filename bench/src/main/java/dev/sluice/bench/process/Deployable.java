package dev.sluice.bench.process;

import dev.sluice.bench.service.JavaProcess;
import dev.sluice.embedded.process.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What can be deployed, run as its container file runs it. */
public enum Deployable {

    /** With the flags of its container file; {@code SLUICE_BENCH_API_OPTIONS} takes their place. */
    API("app-api", "SLUICE_BENCH_API_OPTIONS", "-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"),

    /** With the flags of its container file; {@code SLUICE_BENCH_WORKER_OPTIONS} takes their place. */
    WORKER(
            "app-worker",
            "SLUICE_BENCH_WORKER_OPTIONS",
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -XX:NewSize=24m -XX:ReservedCodeCacheSize=240m -XX:MetaspaceSize=128m");

    private final String module;
    private final String options;
    private final String asDeployed;

    Deployable(String module, String options, String asDeployed) {
        this.module = module;
        this.options = options;
        this.asDeployed = asDeployed;
    }

    public List<String> flags() {
        return List.of(System.getenv().getOrDefault(options, asDeployed).split(" +", -1));
    }

    /**
     * Starts it as it is deployed but with a main class of the benchmarks in place of its own, and waits until it is ready.
     *
     * @param settings Spring's keys and their values
     */
    public SluiceProcess start(Class<?> main, Map<String, Object> settings) {
        return ready(AotImage.of(this, settings).arguments(main, built("bench", "bench-*.jar")), settings);
    }

    /** Starts it as it is deployed, and waits until it is ready. */
    public SluiceProcess start(Map<String, Object> settings) {
        return ready(AotImage.of(this, settings).arguments(), settings);
    }

    /** Starts its executable jar as the build left it, without a cache of a training run, and waits until it is ready. */
    public SluiceProcess startPlain(Map<String, Object> settings) {
        List<String> arguments = new ArrayList<>(flags());
        arguments.addAll(List.of("-jar", jar().toString()));
        return ready(arguments, settings);
    }

    private SluiceProcess ready(List<String> arguments, Map<String, Object> settings) {
        SluiceProcess process = launch(arguments, settings);
        process.awaitReady();
        return process;
    }

    /** Starts it and does not wait. */
    SluiceProcess launch(List<String> arguments, Map<String, Object> settings) {
        int port = LoopbackPort.free();
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", port);
        List<String> whole = new ArrayList<>(arguments);
        whole.addAll(JavaProcess.arguments(all));
        return new SluiceProcess(JavaProcess.start(module, whole), port);
    }

    Path jar() {
        return built(module, module + "-*-exec.jar");
    }

    private static Path built(String module, String name) {
        Path folder = Path.of(module, "target").toAbsolutePath();
        try (var jars = Files.newDirectoryStream(folder, name)) {
            return jars.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException("There is no " + name + " in " + folder, e);
        }
    }
}
