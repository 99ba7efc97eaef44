package dev.sluice.bench.cache;

import dev.sluice.bench.service.JavaProcess;
import dev.sluice.embedded.process.LoopbackPort;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The API's executable jar in a process of its own, started by {@link BenchApi}. */
record ApiProcess(JavaProcess process, URI uri) implements AutoCloseable {

    private static final String OPTIONS = "SLUICE_BENCH_API_OPTIONS";

    /** As in the container file of the API. */
    private static final String AS_DEPLOYED = "-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError";

    /** Takes another main class and what it needs from outside the jar. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** @param settings Spring's keys and their values */
    static ApiProcess start(Map<String, Object> settings) {
        int port = LoopbackPort.free();
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", port);
        URI uri = URI.create("http://" + LoopbackPort.HOST + ":" + port);
        ApiProcess api = new ApiProcess(JavaProcess.start("api", arguments(all)), uri);
        api.process.awaitReady(api::isReady, LIMIT);
        return api;
    }

    private static List<String> arguments(Map<String, Object> settings) {
        List<String> arguments = new ArrayList<>(
                List.of(System.getenv().getOrDefault(OPTIONS, AS_DEPLOYED).split(" +", -1)));
        arguments.add("-Dloader.path=" + jar("bench", "bench-*.jar"));
        arguments.add("-Dloader.main=" + BenchApi.class.getName());
        arguments.addAll(List.of("-cp", jar("app-api", "app-api-*-exec.jar"), LAUNCHER));
        arguments.addAll(JavaProcess.arguments(settings));
        return arguments;
    }

    /** As the build left it, whatever its version. */
    private static String jar(String module, String name) {
        Path folder = Path.of(module, "target").toAbsolutePath();
        try (var jars = Files.newDirectoryStream(folder, name)) {
            return jars.iterator().next().toString();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException("There is no " + name + " in " + folder, e);
        }
    }

    private boolean isReady() {
        try {
            var connection = (HttpURLConnection)
                    uri.resolve("/actuator/health/readiness").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(1_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
