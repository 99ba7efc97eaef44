package dev.sluice.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeployedSettingsTest {

    private static final Settings KNOWN = Settings.known();

    static List<DeployedProcess> all() {
        return DeployedProcess.all();
    }

    static List<DeployedProcess> services() {
        return DeployedProcess.services();
    }

    @Test
    void thereAreMigrationApiAndWorkerInComposeAndInKubernetes() {
        assertThat(all())
                .extracting(DeployedProcess::where, DeployedProcess::app, DeployedProcess::name)
                .containsExactlyInAnyOrder(
                        tuple("compose", "api", "migrate"),
                        tuple("compose", "api", "api"),
                        tuple("compose", "worker", "worker"),
                        tuple("kubernetes", "api", "sluice-migrate"),
                        tuple("kubernetes", "api", "sluice-api"),
                        tuple("kubernetes", "worker", "sluice-worker"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachVariableIsASettingThatExists(DeployedProcess process) {
        assertThat(process.environment().keySet()).isNotEmpty().allMatch(KNOWN::has);
    }

    @Test
    void aVariableThatIsNoSettingIsFound() {
        assertThat(KNOWN.has("SLUICE_WORKER_DRAIN")).isTrue();
        assertThat(KNOWN.has("SLUICE_LIMITS_QUEUES_ORDERS_CONCURRENCY")).isTrue();
        assertThat(KNOWN.has("SLUICE_WORKER_DRAINS")).isFalse();
        assertThat(KNOWN.has("SPRING_DATASOURCE_HIKARI_MAXPOOLSIZE")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aProcessEndsByItselfWithinItsGracePeriod(DeployedProcess process) {
        int phase = seconds(DeploymentFolder.defaults(process.app())
                .at("spring", "lifecycle", "timeout-per-shutdown-phase")
                .text());
        int drain = seconds(process.environment().getOrDefault("SLUICE_WORKER_DRAIN", "0s"));

        assertThat(process.graceSeconds()).isGreaterThan(phase + drain);
    }

    private static int seconds(String span) {
        return Integer.parseInt(span.replaceFirst("s$", ""));
    }
}
