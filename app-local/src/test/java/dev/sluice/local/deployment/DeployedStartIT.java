package dev.sluice.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.Waiting;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** API and worker with the variables and the command that they are deployed with, while no service is to be found. */
@Tag("processes")
final class DeployedStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    static List<DeployedProcess> services() {
        return DeployedProcess.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void itStartsWaitsForItsServicesAndEndsWithinItsGracePeriod(DeployedProcess deployed) throws Exception {
        int port = LoopbackPort.free();
        Path output = folder.resolve("output");
        Process process = start(deployed, port, output);
        try {
            Waiting.until(() -> !process.isAlive() || lives(port), PATIENCE);
            assertThat(lives(port)).as(Files.readString(output)).isTrue();

            process.destroy();
            assertThat(process.waitFor(deployed.graceSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(DeployedProcess deployed, int port, Path output) throws IOException {
        var builder = new ProcessBuilder(DeploymentFolder.command(deployed.app()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(deployed.environment());
        builder.environment().put("SERVER_ADDRESS", LoopbackPort.HOST);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return builder.start();
    }

    private static boolean lives(int port) {
        try {
            var probe = URI.create("http://%s:%d/actuator/health/liveness".formatted(LoopbackPort.HOST, port));
            var connection = (HttpURLConnection) probe.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
