package dev.sluice.local.deployable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators read when a setting is wrong. */
@Tag("processes")
class BadSettingIT {

    /** Enough to get to the setting that is wrong; nothing listens at these addresses. */
    private static final Map<String, String> OTHERS = Map.of(
            "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/none",
            "SPRING_DATASOURCE_USERNAME", "none",
            "SPRING_DATASOURCE_PASSWORD", "none",
            "SPRING_MAIL_HOST", "127.0.0.1",
            "SLUICE_MAIL_FROM", "shop@sluice.example",
            "SLUICE_YOUTUBE_API_KEY", "none",
            "SERVER_PORT", "0");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "app-worker, SLUICE_WORKER_CONCURRENCY, 0, sluice.worker.concurrency is from 1 to 10000",
        "app-worker, SLUICE_WORKER_QUEUES, nowhere, "
                + "'sluice.worker.queues are of [channels, orders, webhooks], not [nowhere]'",
        "app-worker, SLUICE_CHANNELS_KEEP, 28d, sluice.channels.keep is at least 29d",
        "app-worker, SLUICE_YOUTUBE_DAILYQUOTA, 0, sluice.youtube.daily-quota is at least 1",
        "app-worker, SLUICE_SCHEDULES_REFRESHCHANNELS_CRON, nightly, sluice.schedules.refresh-channels.cron: ",
        "app-worker, SLUICE_DATABASE_WORKER_CONNECTIONS, few, "
                + "'sluice.database.api.connections and .worker.connections are auto or from 1 to 1000, not few'",
        "app-api, SLUICE_DATABASE_ADMISSION_STALL, 2m, sluice.database.admission.stall is from 0s to 1m",
        "app-api, SLUICE_RATELIMITS_PERKEY, 0, "
                + "'sluice.rate-limits.per-key: an allowance is from 1 to 1000000000 requests, not 0'",
        "app-worker, SLUICE_WEBHOOKS_TIMEOUT, 31s, sluice.webhooks.timeout is at most 30s",
        "app-worker, SLUICE_WEBHOOKS_DELIVERIES_KEEP, 3d, sluice.webhooks.deliveries.keep is at least 4d",
        "app-api, SLUICE_REQUESTS_DEADLINE, 0s, 'sluice.requests.deadline is from 1ms to 5m, not PT0S'",
        "app-api, SPRING_RABBITMQ_PORT, none, spring.rabbitmq.port",
        "app-api, SPRING_DATASOURCE_URL, nowhere, 'connectionPool: ''url'' must start with \"jdbc\"'"
    })
    void aBadSettingEndsTheProcessWithOneLine(String app, String variable, String value, String said) throws Exception {
        List<String> lines = linesOfFailedStart(app, Map.of(variable, value));

        assertThat(lines)
                .filteredOn(line -> line.contains("Cannot start: "))
                .singleElement()
                .asString()
                .contains(said);
        // Beside it there is only what every start says and what the failed one could not reach.
        assertThat(lines).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
        assertThat(lines).filteredOn(line -> line.contains(" ERROR ")).hasSize(1);
    }

    @Test
    void theFirstKeyIsNotMadeWithoutADatabaseAndOneLineSaysSo() throws Exception {
        assertThat(linesOfFailedStart("app-api", Map.of(), "issue-key"))
                .singleElement()
                .asString()
                .startsWith("Cannot make a key: ");
    }

    private List<String> linesOfFailedStart(String app, Map<String, String> settings, String... command)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line =
                new ArrayList<>(List.of(java, "-jar", Program.built(app).jar().toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(OTHERS);
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readAllLines(output);
    }
}
